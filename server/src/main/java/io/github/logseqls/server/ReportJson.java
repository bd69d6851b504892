package io.github.logseqls.server;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.jspecify.annotations.Nullable;

/**
 * Writes the version of a report on a file that is not open: the protocol wants to be told that there is none, and the protocol
 * library leaves out whatever is null.
 */
final class ReportJson implements TypeAdapterFactory {

    @Override
    @SuppressWarnings("unchecked") // The adapter is one of reports, as the type is.
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        return type.getRawType() == WorkspaceFullDocumentDiagnosticReport.class
                ? (TypeAdapter<T>) new Adapter(
                        gson.getDelegateAdapter(this, TypeToken.get(WorkspaceFullDocumentDiagnosticReport.class)))
                : null;
    }

    /** Reads as the library does. */
    private static final class Adapter extends TypeAdapter<WorkspaceFullDocumentDiagnosticReport> {

        private final TypeAdapter<WorkspaceFullDocumentDiagnosticReport> library;

        private Adapter(TypeAdapter<WorkspaceFullDocumentDiagnosticReport> library) {
            this.library = library;
        }

        @Override
        public void write(JsonWriter out, @Nullable WorkspaceFullDocumentDiagnosticReport report) throws IOException {
            if (report == null || report.getVersion() != null) {
                library.write(out, report);
                return;
            }
            StringWriter json = new StringWriter();
            JsonWriter writer = new JsonWriter(json);
            writer.setSerializeNulls(false);
            library.write(writer, report);
            String object = json.toString();
            out.jsonValue(object.substring(0, object.length() - 1) + ",\"version\":null}");
        }

        @Override
        public @Nullable WorkspaceFullDocumentDiagnosticReport read(JsonReader in) throws IOException {
            return library.read(in);
        }
    }
}
