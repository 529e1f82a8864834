import { ActionDesk } from './action-desk.js';
import type { AlarmHolder } from './alarm-holder.js';
import type { Catalogue } from './catalogue.js';
import { DerivedDesk } from './derived/derived-desk.js';
import type { DerivedSettings } from './derived/derived-settings.js';
import { FilterBook } from './filter-book.js';
import { HoldOffDesk } from './hold-off-desk.js';
import { LinkDesk } from './link-desk.js';
import { RegistryDesk } from './registry-desk.js';
import { RoleDesk } from './role-desk.js';
import { roleSettings } from './role-settings.js';
import type { ShelfMatch } from './shelving/shelf.js';
import { ShelfDesk } from './shelving/shelf-desk.js';
import type { ShelfSettings } from './shelving/shelf-refusal.js';
import type { Stored } from './stored.js';
import { SupervisedKeys } from './supervised-keys.js';
import { Topologies } from './topologies.js';
import { TypeSettings } from './type-settings.js';

/** What the desks of a writer are made of. */
export interface DeskParts {
  readonly catalogue: Catalogue;
  readonly stored: Stored;
  /** Gives a UUIDv7 for each alarm. */
  readonly newId: () => string;
  readonly settings: DerivedSettings;
  readonly shelfSettings: ShelfSettings;
}

/** The desks at which a writer's work is done, and the books that they share. */
export class Desks {
  readonly filters: FilterBook;
  readonly keys: SupervisedKeys;
  readonly topologies: Topologies;
  readonly typeSettings: TypeSettings;
  readonly holdOff: HoldOffDesk;
  readonly links: LinkDesk;
  readonly derived: DerivedDesk;
  readonly roles: RoleDesk;
  readonly shelves: ShelfDesk;
  readonly registry: RegistryDesk;
  readonly actions: ActionDesk;

  constructor({ catalogue, stored, newId, settings, shelfSettings }: DeskParts) {
    this.filters = new FilterBook(catalogue, stored.filters);
    this.keys = new SupervisedKeys(this.filters);
    this.topologies = new Topologies(stored.topologies);
    this.typeSettings = new TypeSettings(stored.typeSettings, stored.autoAcknowledgement);
    this.holdOff = new HoldOffDesk(catalogue, this.keys, newId, this.typeSettings);
    this.links = new LinkDesk(catalogue, this.holdOff, newId, this.typeSettings);
    this.derived = new DerivedDesk({ catalogue, settings, typeSettings: this.typeSettings, newId });
    this.roles = new RoleDesk(
      catalogue,
      roleSettings(this.keys, (ne) => this.derived.causesOf301(ne)),
    );
    this.registry = new RegistryDesk(catalogue, this);
    this.shelves = new ShelfDesk(
      {
        catalogue,
        settings: shelfSettings,
        isRegistered: (ne) => this.registry.nes.has(ne),
        subnetOf: (ne) => this.topologies.of(ne)?.subnet,
        holders: (match) => this.#holdersOf(match),
      },
      stored.shelves,
    );
    this.actions = new ActionDesk({
      catalogue,
      holdOff: this.holdOff,
      holderOf: (id) => this.holderOf(id),
      newId,
    });
    this.#resume(stored);
  }

  /** What holds an alarm while that is active. */
  holderOf(id: string): AlarmHolder | undefined {
    const holder = this.roles.correlation.find(id)?.holder;
    return holder?.alarm?.id === id ? holder : undefined;
  }

  #resume({ nes }: Stored): void {
    for (const { ne, topology } of this.topologies.all()) {
      this.roles.load(ne, topology);
      this.derived.place(ne, topology);
    }
    for (const ne of nes) {
      this.registry.nes.set(ne.id, ne);
      // What an NE said while the OMC was away is not known yet.
      this.keys.addNe(ne.id, ne.kind === 'link');
      this.derived.add(ne.id, ne.kind);
    }
  }

  *#holdersOf(match: ShelfMatch): Iterable<AlarmHolder> {
    yield* this.keys.holdersOf(match);
    yield* this.derived.holders();
  }
}
