package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/** Reads the links of Org: {@code [[target][label]]} and {@code [[target]]}. */
final class OrgLinks {

    private static final String FILE = "file:";

    private final String text;
    private final References references;
    private final Links links;

    OrgLinks(String text, References references, Links links) {
        this.text = text;
        this.references = references;
        this.links = links;
    }

    /** {@code [[target][label]]}; both may go over lines. */
    int labelled(Stretch stretch, int at) {
        int targetEnd = stretch.follows(at, "[[") ? stretch.until(Until.BARE_SQUARE, at + 2) : -1;
        if (targetEnd <= at + 2 || !stretch.follows(targetEnd, "][")) {
            return -1;
        }
        int labelEnd = labelEnd(stretch, targetEnd + 2);
        if (labelEnd < 0) {
            return -1;
        }
        Span span = new Span(at, links.behindMetadata(stretch, labelEnd + 2));
        addLabelled(span, new Span(targetEnd + 2, labelEnd), new Span(at + 2, targetEnd));
        return span.end();
    }

    /** The {@code ]]} that ends a label, which may hold balanced brackets. */
    private int labelEnd(Stretch stretch, int from) {
        int at = from;
        while (at < stretch.end()) {
            char c = text.charAt(at);
            if (c == '[') {
                at = links.square().end(at);
            } else if (stretch.follows(at, "]]")) {
                return at;
            } else {
                at += Links.isEscape(stretch, at) ? 2 : 1;
            }
        }
        return -1;
    }

    private void addLabelled(Span span, Span label, Span target) {
        String address = references.string(target);
        if (isFile(address)) {
            int plainEnd = new FileLabel(Syntax.ORG, references.string(label)).plainEnd();
            links.add(Link.Kind.LABELLED, span, label, target);
            addFile(span, label, new Span(label.start(), label.start() + plainEnd));
        } else if (!label.isEmpty() && address.indexOf(':') >= 0) {
            links.add(Link.Kind.LABELLED, span, label, target);
            links.addIfBlock(span, label, target);
        } else {
            references.addPage(PageRef.Form.LABELLED, span, label, target, address);
            references.addNamedBlock(BlockRef.Form.LABELLED, span, label, target);
        }
    }

    private static boolean isFile(String address) {
        return address.length() > FILE.length() && address.startsWith(FILE);
    }

    private void addFile(Span span, Span label, Span name) {
        references.addPage(PageRef.Form.FILE, span, label, name, references.string(name));
    }

    /** {@code [[target]]}. */
    int bare(Stretch stretch, int at) {
        int behind = References.pageRefEnd(stretch, at);
        if (behind < 0) {
            return -1;
        }
        Span span = new Span(at, behind);
        Span target = new Span(at + 2, behind - 2);
        Span noLabel = new Span(at, at);
        String address = references.string(target);
        if (isFile(address)) {
            links.add(Link.Kind.BARE, span, noLabel, target);
            addFile(span, noLabel, target);
        } else if (Links.hasHost(address)) {
            links.add(Link.Kind.BARE, span, noLabel, target);
            links.addIfBlock(span, noLabel, target);
        } else {
            references.addPageRef(PageRef.Form.PLAIN, span, noLabel, target);
        }
        return behind;
    }
}
