package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.navigation.CallHierarchy;
import io.github.logseqls.feature.navigation.TypeHierarchy;
import io.github.logseqls.workspace.Located;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.TypeHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchySubtypesParams;
import org.eclipse.lsp4j.TypeHierarchySupertypesParams;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/** What refers to what, and which namespace lies in which, asked for step by step. */
interface HierarchyRequests extends DocumentService {

    @Override
    default CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return atCaret(
                "prepareCallHierarchy",
                params,
                ImmutableList.of(),
                at -> CallHierarchy.prepare(at.snapshot(), at.page(), at.offset(), encoding()));
    }

    @Override
    default CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
            CallHierarchyIncomingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return step(
                "callHierarchy/incomingCalls",
                item.getUri(),
                (file, cancel) -> CallHierarchy.incoming(file.snapshot(), file.path(), item, encoding(), cancel));
    }

    @Override
    default CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
            CallHierarchyOutgoingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return step(
                "callHierarchy/outgoingCalls",
                item.getUri(),
                (file, cancel) -> CallHierarchy.outgoing(file.snapshot(), file.path(), item, encoding(), cancel));
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> prepareTypeHierarchy(TypeHierarchyPrepareParams params) {
        return atCaret(
                "prepareTypeHierarchy",
                params,
                ImmutableList.of(),
                at -> TypeHierarchy.prepare(at.snapshot(), at.page(), at.offset(), encoding()));
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> typeHierarchySupertypes(TypeHierarchySupertypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return step(
                "typeHierarchy/supertypes",
                item.getUri(),
                (file, cancel) -> TypeHierarchy.supertypes(file.snapshot(), item, encoding()));
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> typeHierarchySubtypes(TypeHierarchySubtypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return step(
                "typeHierarchy/subtypes",
                item.getUri(),
                (file, cancel) -> TypeHierarchy.subtypes(file.snapshot(), item, encoding(), cancel));
    }

    /** Answers from an item of an earlier answer, whose file need not be open. */
    private <T> CompletableFuture<List<T>> step(
            String method, String uri, BiFunction<Located, CancelChecker, List<T>> feature) {
        return session().walkOfFile(method, uri, ImmutableList.of(), feature);
    }
}
