package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.github.logseqls.workspace.Located;
import io.github.logseqls.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticReportPartialResult;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Reports for an editor that asks for them. Of the whole workspace it is told what changed, and where nothing has, the answer
 * waits until something does. Documents that are open it asks for one by one, so they are left out there.
 */
final class PulledReports {

    private static final String METHOD = "workspace/diagnostic";
    private static final long SILENCE_MILLIS = 1000;
    /** How many files a part of an answer is about. */
    private static final int PART = 200;

    private final LanguageClient editor;
    private final Workspace workspace;
    private final Reports reports;
    private final AnswerPool pool;
    private final Silence silence = new Silence("logseq-ls-held", SILENCE_MILLIS, this::lookForAll);
    /** Questions whose answer waits. */
    private final Set<Question> held = new LinkedHashSet<>();
    /** Whether a thread looks for answers: there is never more than one, however long it takes. */
    private boolean isLooking;
    /** Whether something changed, or was asked, since it began. */
    private boolean isLookWanted;

    /** A question about the workspace: what the editor knows, by address, and how it wants to be told. */
    private record Question(
            ImmutableMap<String, String> known,
            @Nullable Either<String, Integer> parts,
            CompletableFuture<WorkspaceDiagnosticReport> answer) {}

    PulledReports(LanguageClient editor, Workspace workspace, Reports reports, AnswerPool pool) {
        this.editor = editor;
        this.workspace = workspace;
        this.reports = reports;
        this.pool = pool;
    }

    /** The report on a document; no more than a word where the editor knows it by that id. */
    DocumentDiagnosticReport of(Located file, @Nullable String known) {
        if (known != null && Reports.isBeingRead(file.snapshot().graph())) {
            return unchanged(known);
        }
        FileReport report = reports.of(file);
        String resultId = report.resultId();
        if (resultId.equals(known)) {
            return unchanged(resultId);
        }
        RelatedFullDocumentDiagnosticReport full = new RelatedFullDocumentDiagnosticReport(report.found());
        full.setResultId(resultId);
        return new DocumentDiagnosticReport(full);
    }

    private static DocumentDiagnosticReport unchanged(String resultId) {
        return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(resultId));
    }

    /** The report on a document that is not known. */
    static DocumentDiagnosticReport none() {
        return new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
    }

    /** What changed in the workspace since the editor asked last. */
    CompletableFuture<WorkspaceDiagnosticReport> ofWorkspace(WorkspaceDiagnosticParams params) {
        Map<String, String> known = new HashMap<>();
        for (PreviousResultId previous : params.getPreviousResultIds()) {
            known.put(previous.getUri(), previous.getValue());
        }
        Question question =
                new Question(ImmutableMap.copyOf(known), params.getPartialResultToken(), new CompletableFuture<>());
        hold(question);
        lookForAll();
        return question.answer();
    }

    /** Something changed in the workspace. */
    void changed() {
        if (!held().isEmpty()) {
            silence.broken();
        }
    }

    void close() {
        silence.close();
        held().forEach(question -> question.answer().complete(new WorkspaceDiagnosticReport(List.of())));
    }

    private synchronized void hold(Question question) {
        held.add(question);
    }

    private synchronized ImmutableList<Question> held() {
        held.removeIf(question -> question.answer().isDone());
        return ImmutableList.copyOf(held);
    }

    private void lookForAll() {
        if (beginsToLook()) {
            var unused = pool.compute(METHOD, false, cancel -> {
                try {
                    held().forEach(this::look);
                } finally {
                    looked();
                }
                return true;
            });
        }
    }

    private synchronized boolean beginsToLook() {
        isLookWanted = isLooking;
        isLooking = true;
        return !isLookWanted;
    }

    private void looked() {
        if (endsLooking()) {
            lookForAll();
        }
    }

    /** Whether there is reason to look again. */
    private synchronized boolean endsLooking() {
        isLooking = false;
        return isLookWanted;
    }

    private void look(Question question) {
        CancelChecker stillAsked = () -> {
            if (question.answer().isDone()) {
                throw new CancellationException();
            }
        };
        try {
            List<WorkspaceDocumentDiagnosticReport> changed = changed(question.known(), stillAsked);
            if (!changed.isEmpty()) {
                answer(question, changed);
            }
        } catch (CancellationException e) {
            // The editor does not wait for it any more.
        }
    }

    private void answer(Question question, List<WorkspaceDocumentDiagnosticReport> changed) {
        if (question.parts() == null) {
            question.answer().complete(new WorkspaceDiagnosticReport(changed));
            return;
        }
        Iterator<List<WorkspaceDocumentDiagnosticReport>> parts =
                Lists.partition(changed, PART).iterator();
        while (parts.hasNext() && !question.answer().isDone()) {
            editor.notifyProgress(new ProgressParams(
                    question.parts(), Either.forRight(new WorkspaceDiagnosticReportPartialResult(parts.next()))));
        }
        question.answer().complete(new WorkspaceDiagnosticReport(List.of()));
    }

    /** What an editor that knows so much has to be told. */
    private List<WorkspaceDocumentDiagnosticReport> changed(Map<String, String> known, CancelChecker cancel) {
        Set<String> gone = new HashSet<>(known.keySet());
        List<WorkspaceDocumentDiagnosticReport> changed = new ArrayList<>();
        for (FileReport report : reports.ofClosed(cancel)) {
            gone.remove(report.uri());
            if (!report.resultId().equals(known.get(report.uri()))) {
                changed.add(full(report));
            }
        }
        workspace.views().forEach(view -> gone.remove(view.uri()));
        for (String uri : gone) {
            if (!FileReport.SOUND.equals(known.get(uri))) {
                changed.add(full(new FileReport(uri, null, ImmutableList.of())));
            }
        }
        return changed;
    }

    private static WorkspaceDocumentDiagnosticReport full(FileReport report) {
        WorkspaceFullDocumentDiagnosticReport full =
                new WorkspaceFullDocumentDiagnosticReport(report.found(), report.uri(), report.version());
        full.setResultId(report.resultId());
        return new WorkspaceDocumentDiagnosticReport(full);
    }
}
