import type { PortefeuilleId } from "./portefeuille.ts";

export type TopicId = string;
export type ChannelId = string;

/** A subject people ask the municipality about, whoever turns out to own it. */
export interface Topic {
  readonly id: TopicId;
  readonly name: string;
  /** Everyday words for it, as residents and colleagues type them. */
  readonly synonyms: readonly string[];
  /** One or two sentences: what falls under it and what does not. */
  readonly description: string;
  /** Iv3 taakveld code, a string ("0.10" is not "0.1"). Empty for subjects of other organisations. */
  readonly taakveld: string;
  readonly parent?: TopicId | undefined;
  /** A statutory task stays with the municipality: it cannot be left to a village. */
  readonly statutory: boolean;
  /** The regular door for it, when reports and requests should go there first. */
  readonly channel?: ChannelId | undefined;
  readonly portefeuille?: PortefeuilleId | undefined;
  /** Set when this is no municipal task: the organisation that does do it. */
  readonly elsewhere?: string | undefined;
}

/** A regular door of the municipality: meldpunt, loket, emergency number, website form. */
export interface Channel {
  readonly id: ChannelId;
  readonly name: string;
  /** How to reach it, in one sentence for a colleague. */
  readonly how: string;
}
