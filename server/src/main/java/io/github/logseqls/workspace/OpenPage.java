package io.github.logseqls.workspace;

import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;

/**
 * A document that an editor has open.
 *
 * @param uri its address as the editor spells it
 * @param version the editor's number for this content
 * @param root the graph it belongs to
 * @param path its place in that graph
 */
record OpenPage(String uri, int version, GraphRoot root, PagePath path, Outline outline) {

    OpenPage with(int newVersion, Outline newOutline) {
        return new OpenPage(uri, newVersion, root, path, newOutline);
    }
}
