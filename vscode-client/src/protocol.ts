import {
  type Location,
  type Position,
  type Range,
  RequestType,
  type TextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageclient/node';

/** What is not in the language server protocol and is agreed with our own server alone. Lines count from zero. */

export interface PageParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface PlaceParams extends PageParams {
  readonly position: Position;
}

export interface CollapsedBlocks {
  /** First lines of the blocks the file marks as collapsed and that have something to fold. */
  readonly lines: readonly number[];
}

export const CollapsedBlocksRequest = new RequestType<PageParams, CollapsedBlocks, void>(
  'logseq/collapsedBlocks',
);

export interface DisplaysParams extends PageParams {
  readonly range: Range;
}

/** What a page can be shown with instead of what is written. */
export interface Displays {
  /** References to blocks with what they stand for; a broken one has no text to show. */
  readonly references: readonly { readonly range: Range; readonly text: string; readonly broken: boolean }[];
  /** The lines in which Logseq keeps ids and folds. */
  readonly bookkeeping: readonly Range[];
}

export const DisplaysRequest = new RequestType<DisplaysParams, Displays, void>('logseq/displays');

/** What refers to a page, by the pages it stands on. */
export interface LinkedReferences {
  readonly title: string;
  readonly pages: readonly ReferringPage[];
  /** How many references are left out. */
  readonly more: number;
  /** Whether there are still more, which nobody counted. */
  readonly partial: boolean;
}

export interface ReferringPage {
  readonly title: string;
  readonly uri: string;
  readonly references: readonly LinkedReference[];
}

export interface LinkedReference {
  readonly text: string;
  /** The blocks around the one that refers, outermost first. */
  readonly breadcrumb: readonly string[];
  readonly location: Location;
}

export const LinkedReferencesRequest = new RequestType<PageParams, LinkedReferences | null, void>(
  'logseq/linkedReferences',
);

/** What the server writes as a document of its own, to be read and not to be edited. */
export interface DocumentParams extends PlaceParams {
  readonly kind: 'linkedReferences' | 'unlinkedMentions' | 'subtree';
}

export const DocumentRequest = new RequestType<DocumentParams, { readonly uri: string } | null, void>(
  'logseq/document',
);

/** What the Logseq app calls a place. */
export interface Place {
  readonly page: string;
  readonly blockId?: string;
}

export const PlaceRequest = new RequestType<PlaceParams, Place | null, void>('logseq/place');

export interface PasteParams extends PageParams {
  /** What the text replaces. */
  readonly range: Range;
  readonly text: string;
}

/** How blocks that are pasted fit their place; no edits for a text that is to be pasted as it is. */
export const PasteRequest = new RequestType<PasteParams, { readonly edits: readonly TextEdit[] }, void>(
  'logseq/paste',
);

export interface KeyParams extends PageParams {
  readonly key: 'enter' | 'up' | 'down' | 'in' | 'out';
  /** What was selected when the key was pressed; for Enter, the caret behind the line end. */
  readonly range: Range;
  /** Where that ends which was typed on since. */
  readonly typedTo?: Position;
}

/** What a key makes of the outline: edits before the caret, and those behind what was typed on. */
export interface KeyEdits {
  readonly before: readonly TextEdit[];
  readonly behind: readonly TextEdit[];
}

export const KeyRequest = new RequestType<KeyParams, KeyEdits, void>('logseq/key');
