package io.github.logseqls.server;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * Writes ranges at once. They are most of what answers about a whole page hold, and name by name, as the protocol library writes
 * everything, they take most of its time.
 */
final class RangeJson implements TypeAdapterFactory {

    @Override
    @SuppressWarnings("unchecked") // The adapter is one of ranges, as the type is.
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        return type.getRawType() == Range.class
                ? (TypeAdapter<T>) new Adapter(gson.getDelegateAdapter(this, TypeToken.get(Range.class)))
                : null;
    }

    /** Reads as the library does. */
    private static final class Adapter extends TypeAdapter<Range> {

        private final TypeAdapter<Range> library;

        private Adapter(TypeAdapter<Range> library) {
            this.library = library;
        }

        @Override
        public void write(JsonWriter out, @Nullable Range range) throws IOException {
            if (range == null) {
                out.nullValue();
                return;
            }
            StringBuilder json = new StringBuilder(80).append("{\"start\":");
            add(range.getStart(), json);
            json.append(",\"end\":");
            add(range.getEnd(), json);
            out.jsonValue(json.append('}').toString());
        }

        private static void add(Position position, StringBuilder to) {
            to.append("{\"line\":").append(position.getLine());
            to.append(",\"character\":").append(position.getCharacter()).append('}');
        }

        @Override
        public @Nullable Range read(JsonReader in) throws IOException {
            return library.read(in);
        }
    }
}
