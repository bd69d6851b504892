import { RequestType, type TextDocumentIdentifier } from 'vscode-languageclient/node';

/** What is not in the language server protocol and is agreed with our own server alone. */

export interface CollapsedBlocksParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface CollapsedBlocks {
  /** Zero-based first lines of the blocks the file marks as collapsed and that have something to fold. */
  readonly lines: readonly number[];
}

export const CollapsedBlocksRequest = new RequestType<CollapsedBlocksParams, CollapsedBlocks, void>(
  'logseq/collapsedBlocks',
);
