import { byPlace } from '../placed/placedText';
import type { Cluster } from './components';

/** What a group is among those of files that are copies of each other: the first tells of the others. */
export type Role = { readonly leads: number } | 'follows';

/** Of the groups of files that are copies of each other as wholes the first one, which tells how many there are. */
export class Leaders {
  readonly #copies = new Map<string, Set<Cluster>>();
  readonly #copyOf = new Map<Cluster, string>();
  readonly #roles = new Map<Cluster, Role>();
  readonly #touched = new Set<string>();

  /** Takes note of what the files of a group are copies of; undefined where they are none, or it is no warning by itself. */
  set(cluster: Cluster, copy: string | undefined): void {
    this.delete(cluster);
    if (copy === undefined) return;
    this.#copyOf.set(cluster, copy);
    const known = this.#copies.get(copy);
    if (known) known.add(cluster);
    else this.#copies.set(copy, new Set([cluster]));
    this.#touched.add(copy);
  }

  delete(cluster: Cluster): void {
    this.#roles.delete(cluster);
    const copy = this.#copyOf.get(cluster);
    if (copy === undefined) return;
    this.#copyOf.delete(cluster);
    const known = this.#copies.get(copy);
    if (known?.delete(cluster) && known.size === 0) this.#copies.delete(copy);
    this.#touched.add(copy);
  }

  /** A group in place of one that was like it. */
  replace(old: Cluster, cluster: Cluster): void {
    const [copy, role] = [this.#copyOf.get(old), this.#roles.get(old)];
    if (copy === undefined) return;
    this.set(cluster, copy);
    if (role !== undefined) this.#roles.set(cluster, role);
    this.delete(old);
  }

  roleOf(cluster: Cluster): Role | undefined {
    return this.#roles.get(cluster);
  }

  /** The groups whose part is not what it was when this was last asked. */
  takeChanged(): Cluster[] {
    const changed: Cluster[] = [];
    for (const copy of this.#touched) {
      const [leader, ...others] = [...(this.#copies.get(copy) ?? [])].sort(byFirst);
      if (!leader) continue;
      const leads = others.length;
      const before = this.#roles.get(leader);
      if (before === undefined || before === 'follows' || before.leads !== leads) {
        this.#roles.set(leader, { leads });
        changed.push(leader);
      }
      for (const other of others) {
        if (this.#roles.get(other) === 'follows') continue;
        this.#roles.set(other, 'follows');
        changed.push(other);
      }
    }
    this.#touched.clear();
    return changed;
  }
}

function byFirst({ members: [one] }: Cluster, { members: [other] }: Cluster): number {
  return one && other ? byPlace(one.passage, other.passage) : 0;
}
