/** Codes of labels. */

export interface Coded {
  readonly code: string;
  readonly label: string;
}

/** `At the counter` becomes `at-the-counter`; `other` stands for a label without Latin letters or digits. */
export function codeOf(label: string, other: string): string {
  const plain = label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? other : plain;
}

/** A code per label that has none; one that would be alike another is counted up. */
export function codesOf(
  labels: readonly { readonly label: string; readonly code?: string | undefined }[],
  others: readonly string[] = [],
): Coded[] {
  const taken = new Set([...others, ...labels.flatMap(({ code }) => code ?? [])]);
  return labels.map(({ label, code }, at) => {
    if (code !== undefined) return { code, label };
    const plain = codeOf(label, `code-${at + 1}`);
    const made = taken.has(plain) ? `${plain}-${at + 1}` : plain;
    taken.add(made);
    return { code: made, label };
  });
}
