package io.github.logseqls.server;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;

/** Writes what an edit is for, which the protocol library leaves out where it expects any edit. */
final class TextEditJson implements TypeAdapterFactory {

    @Override
    @SuppressWarnings("unchecked") // The adapter is one of edits, as the type is.
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        return type.getRawType() == TextEdit.class
                ? (TypeAdapter<T>) new Adapter(
                        gson.getAdapter(Range.class), gson.getDelegateAdapter(this, TypeToken.get(TextEdit.class)))
                : null;
    }

    /** Reads as the library does. */
    private static final class Adapter extends TypeAdapter<TextEdit> {

        private final TypeAdapter<Range> ranges;
        private final TypeAdapter<TextEdit> library;

        private Adapter(TypeAdapter<Range> ranges, TypeAdapter<TextEdit> library) {
            this.ranges = ranges;
            this.library = library;
        }

        @Override
        public void write(JsonWriter out, @Nullable TextEdit edit) throws IOException {
            if (!(edit instanceof AnnotatedTextEdit annotated)) {
                library.write(out, edit);
                return;
            }
            out.beginObject();
            ranges.write(out.name("range"), annotated.getRange());
            out.name("newText").value(annotated.getNewText());
            out.name("annotationId").value(annotated.getAnnotationId());
            out.endObject();
        }

        @Override
        public @Nullable TextEdit read(JsonReader in) throws IOException {
            return library.read(in);
        }
    }
}
