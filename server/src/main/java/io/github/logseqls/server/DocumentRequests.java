package io.github.logseqls.server;

import java.util.function.Supplier;

/** What editors tell and ask about a document, a subject an interface. */
final class DocumentRequests
        implements SyncRequests,
                JumpRequests,
                HierarchyRequests,
                ReadingRequests,
                DecorationRequests,
                EditRequests,
                CompletionRequests {

    private final Supplier<Session> session;

    DocumentRequests(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public Session session() {
        return session.get();
    }
}
