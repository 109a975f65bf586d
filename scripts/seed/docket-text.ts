/**
 * Forty-two requests that nobody ever made. First line: id | received | requester | agency | instrument | served on,
 * held by | people asked about | due | what it asks for. Then what happened: a day, a kind, and of a disclosure
 * what left and of how many people, of a closure its outcome, of a statement who made it and what was said.
 */
export const REQUESTS = `
ledger | 2019-09-10 | local_other | Saltreach City Auditor | oversight_or_audit | office office | program | 2019-11-30 | Counts of cards by month and way of applying
  2019-09-12 acknowledged
  2019-11-14 disclosed aggregate_only
  2019-11-15 closed disclosed_in_full
osprey | 2019-11-04 | press | Harbor Gazette | public_records_request | office office | program | 2019-12-02 | Memos of the clerk’s office on how the card was planned
  2019-11-29 disclosed aggregate_only
  2019-11-29 closed disclosed_in_part
tansy | 2020-01-21 | local_police | Saltreach Police | informal_request | office office | 5 | | Whether five people hold a card
  2020-01-22 refused
  2020-02-21 closed declined
marram | 2020-06-08 | private_litigant | A law firm | civil_subpoena | office office | 7 | 2020-07-06 | The applications of seven parties to a lease dispute
  2020-06-20 closed no_records_held
sorrel | 2020-09-30 | local_police | Saltreach Police | emergency_request | office office | 10 | | The addresses of ten people missing after a storm
  2020-09-30 closed no_records_held
samphire | 2020-11-17 | state | State Revenue Office | administrative_subpoena | office office | 240 | 2020-12-15 | Applications of 240 named taxpayers
  2020-11-19 acknowledged
  2020-12-10 statement City Attorney: Nothing is kept of people who apply in person, so there is nothing to give.
  2020-12-10 closed no_records_held
beacon | 2021-02-11 | local_other | Saltreach City Auditor | oversight_or_audit | office office | program | 2021-04-30 | Counts of cards by month and way of applying
  2021-04-23 disclosed aggregate_only
  2021-04-23 closed disclosed_in_full
thrift | 2021-05-19 | public | A resident | public_records_request | office office | 1 | 2021-06-16 | What the office holds about the person who asks
  2021-05-28 closed no_records_held
campion | 2021-08-02 | foreign | Consulate of a neighboring state | informal_request | office office | 30 | | A list of thirty nationals who might hold a card
  2021-08-03 refused
  2021-08-03 statement City Clerk: The office does not answer consulates about residents.
  2021-09-01 closed declined
orache | 2021-10-12 | federal_immigration | Border Inspection Service | civil_immigration_warrant_or_detainer | office office | 1 | | The whereabouts of one person
  2021-10-13 objected
  2021-10-29 closed not_valid_or_misdirected
kelp | 2022-04-11 | press | Saltreach Courier | public_records_request | office office | program | 2022-05-09 | The contract with the company that hosts the portal
  2022-05-03 disclosed aggregate_only
  2022-05-03 closed disclosed_in_full
plover | 2022-06-21 | local_police | Saltreach Police | search_warrant | office vendor | 2 | | Online applications of two people
  2022-06-27 disclosed application_data 2
  2022-06-27 people_notified
  2022-06-28 closed disclosed_in_full
dunlin | 2022-08-15 | state | State Attorney | grand_jury_or_criminal_subpoena | office vendor | 9 | 2022-09-12 | Online applications of nine people in a fraud case
  2022-09-09 disclosed application_data 9
  2022-09-09 closed disclosed_in_full
courier | 2022-09-19 | press | Saltreach Courier | public_records_request | office office | program | 2022-10-17 | How many cards were issued by district
  2022-10-12 disclosed aggregate_only
  2022-10-12 closed disclosed_in_full
avocet | 2022-11-07 | federal_other | Maritime Labor Inspectorate | civil_investigative_demand | office vendor | 64 | 2022-12-05 | Online applications of the crews of two ships
  2022-11-10 acknowledged
  2022-11-21 narrowed
  2022-12-02 objected
  2022-12-02 statement City Attorney: A list of crews is not a reason to open the papers of sixty-four people.
  2023-01-20 withdrawn
  2023-01-20 closed withdrawn_by_requester
knot | 2022-12-13 | private_litigant | A law firm | civil_subpoena | vendor vendor | 1 | 2023-01-09 | The online application of a party to a divorce
  2023-01-05 objected
  2023-02-27 closed withdrawn_by_requester
petrel | 2023-01-30 | local_other | Saltreach Housing Office | informal_request | office vendor | | | Whether some tenants hold a card
  2023-02-01 refused
  2023-02-28 closed declined
spoonbill | 2023-03-06 | federal_immigration | Border Inspection Service | informal_request | office vendor | 2 | | Papers of two people, asked for by telephone
  2023-03-06 refused
  2023-04-03 closed declined
attorney | 2023-05-02 | state | State Attorney | court_order | office vendor | 38 | 2023-06-01 | Online applications of 38 people named in a fraud case
  2023-05-04 acknowledged
  2023-05-30 people_notified
  2023-07-14 disclosed application_data 36
  2023-07-14 statement City Clerk: Gave the applications that the judge had named, without images of documents.
  2023-07-14 closed disclosed_in_part
turnstone | 2023-05-22 | state | State Attorney | preservation_request | office vendor | 38 | | That the applications of the same 38 people be kept until a judge has decided
  2023-05-23 acknowledged
  2023-07-17 closed duplicate
border | 2023-08-21 | federal_immigration | Border Inspection Service | administrative_subpoena | office vendor | program | 2023-09-20 | All online applications since the portal opened, with the documents uploaded
  2023-08-28 statement City Clerk: Confirmed that a subpoena had come and that the city attorney was reading it.
  2023-09-11 statement City Clerk: Paused the portal until a court has decided. Events and appointments go on.
  2023-09-19 objected
  2023-09-19 statement City Attorney: Asked the court to set the subpoena aside.
  2023-09-19 court_filing
  2023-09-20 statement Border Inspection Service: Declined to comment on a matter before a court.
  2024-02-09 court_order
  2024-02-09 statement District Court: Set the subpoena aside as too broad.
  2024-02-12 closed set_aside_by_court
  2024-02-23 statement City Clerk: No application was given to the agency. The portal reopens on 26 February.
curlew | 2023-09-04 | public | A residents’ association | public_records_request | office office | program | 2023-10-02 | The letters between the city and the agency on the portal
  2023-10-02 disclosed aggregate_only
  2023-10-02 closed disclosed_in_part
siskin | 2023-11-08 | local_police | Saltreach Police | search_warrant | office vendor | 1 | | The online application of one person, with documents
  2023-11-10 disclosed document_images 1
  2023-11-10 closed disclosed_in_full
brant | 2024-01-16 | federal_other | Postal Inspectorate | grand_jury_or_criminal_subpoena | office vendor | 4 | 2024-02-13 | Online applications that gave one post box
  2024-02-09 disclosed application_data 2
  2024-02-09 closed disclosed_in_part
scoter | 2024-03-05 | federal_immigration | Border Inspection Service | civil_immigration_warrant_or_detainer | office vendor | 1 | | Papers of one person
  2024-03-06 objected
  2024-03-20 closed not_valid_or_misdirected
wigeon | 2024-04-22 | federal_immigration | Border Inspection Service | administrative_subpoena | office vendor | 3 | 2024-05-20 | Online applications of three people
  2024-05-17 objected
  2024-05-17 refused
  2024-06-28 closed declined
pochard | 2024-05-13 | local_other | Saltreach City Auditor | oversight_or_audit | office vendor | program | 2024-07-31 | Whether the hosting company deletes what it should
  2024-07-22 disclosed aggregate_only
  2024-07-22 statement City Auditor: Found that nothing was deleted early and nothing was due to be deleted yet.
  2024-07-22 closed disclosed_in_full
teal | 2024-06-03 | private_litigant | A law firm | civil_subpoena | vendor vendor | | 2024-07-01 | Online applications of some tenants
  2024-06-24 objected
  2024-08-19 closed set_aside_by_court
merlin | 2024-07-15 | state | State Labor Office | civil_investigative_demand | office vendor | 112 | 2024-08-12 | Online applications of the workers of a cannery
  2024-08-09 objected
  2024-08-09 statement City Attorney: Workers are not to pay for a complaint against their employer.
  2024-10-14 court_filing
  2025-01-21 court_order
  2025-02-11 people_notified
  2025-03-04 disclosed application_data 88
  2025-03-04 disclosed document_images 88
  2025-03-04 statement City Clerk: Gave what the court had ordered, applications and documents, after everybody concerned was written to.
  2025-03-05 closed disclosed_in_part
harrier | 2024-09-09 | local_police | Saltreach Police | emergency_request | office vendor | 1 | | The address of a person in danger
  2024-09-09 disclosed application_data 1
  2024-09-09 closed disclosed_in_full
quayside | 2024-10-07 | private_litigant | Quayside Lettings | civil_subpoena | vendor vendor | | 2024-11-04 | Online applications that give one of 14 addresses
  2024-11-01 objected
bittern | 2024-10-21 | federal_immigration | Border Inspection Service | preservation_request | office vendor | program | | That no online application be deleted for a year
  2024-10-24 statement City Attorney: None is due to be deleted within the year, so nothing changes.
  2024-11-18 closed not_valid_or_misdirected
egret | 2024-11-12 | press | Harbor Gazette | public_records_request | office office | program | 2024-12-10 | The docket of legal requests since the portal opened
  2024-12-09 disclosed aggregate_only
  2024-12-09 closed disclosed_in_full
crake | 2025-01-14 | local_police | Saltreach Police | court_order | office vendor | 8 | 2025-02-11 | Online applications of eight people
  2025-02-07 disclosed application_data 8
  2025-02-07 closed disclosed_in_full
lapwing | 2025-01-27 | federal_immigration | Border Inspection Service | administrative_subpoena | office vendor | 9 | 2025-02-24 | Online applications of nine people
  2025-02-20 objected
fulmar | 2025-02-10 | federal_immigration | Border Inspection Service | administrative_subpoena | office vendor | 430 | 2025-03-10 | Online applications of 430 people with a document of one foreign state
  2025-02-17 statement City Clerk: Confirmed that a subpoena had come. No application was given.
  2025-03-07 objected
  2025-03-07 statement City Attorney: Objected: four hundred and thirty people are not under investigation.
  2025-05-19 court_filing
  2025-06-16 statement Border Inspection Service: Asked the court to order what the city had declined.
gannet | 2025-03-18 | state | State Attorney | search_warrant | office vendor | 8 | | Online applications of eight people, with documents
  2025-03-24 disclosed document_images 8
  2025-03-25 closed disclosed_in_full
shearwater | 2025-04-08 | foreign | Consulate of a neighboring state | informal_request | office vendor | 45 | | A list of nationals who applied online
  2025-04-09 refused
  2025-04-09 statement City Clerk: The office does not answer consulates about residents.
tern | 2025-04-28 | federal_other | Maritime Labor Inspectorate | civil_investigative_demand | office vendor | 25 | 2025-05-26 | Online applications of the crew of one ship
  2025-04-30 acknowledged
kite | 2025-05-05 | local_police | Saltreach Police | informal_request | office vendor | 1 | | Whether a person holds a card
  2025-05-06 refused
  2025-06-05 closed declined
dotterel | 2025-05-20 | public | A resident | public_records_request | office vendor | 1 | 2025-06-17 | What the office holds about the person who asks
  2025-06-12 disclosed application_data 1
  2025-06-12 closed disclosed_in_full
silence | 2025-06-02 | federal_other | An agency | administrative_subpoena | office vendor | 900 | 2025-06-30 | Not to be told
  2025-06-20 objected
`;

/** The request of which an order forbids to speak. */
export const SILENCED = 'silence';

export const ZEROS: readonly string[] = [
  'FY2020,_T,federal_immigration,2020-07-15,City Clerk,2021-07-15',
  'FY2021,_T,foreign,2021-07-14,City Clerk,2022-07-14',
  'FY2023,_T,foreign,2023-07-13,City Clerk,2024-07-13',
  'FY2024,emergency_request,_T,2024-07-15,City Clerk,2025-07-15',
  'FY2025,grand_jury_or_criminal_subpoena,_T,2025-07-10,City Clerk,2026-07-10',
];
