package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code config.edn} says, by the names of its keys without the colon. A value is text, a {@link Keyword}, a number,
 * a truth value, a collection or a map of such. One of another type than is asked for counts as absent.
 */
record Settings(ImmutableMap<String, Object> values) {

    /** These settings with one more, or another value for one. */
    Settings with(String key, Object value) {
        return new Settings(ImmutableMap.<String, Object>builder()
                .putAll(values)
                .put(key, value)
                .buildKeepingLast());
    }

    /** These settings without all whose keys are not among {@code keys}. */
    Settings only(Set<String> keys) {
        return new Settings(ImmutableMap.copyOf(Maps.filterKeys(values, keys::contains)));
    }

    boolean flag(String key, boolean otherwise) {
        return values.get(key) instanceof Boolean flag ? flag : otherwise;
    }

    /** The truth value for a name in the map for a key. */
    boolean flagIn(String key, String name, boolean otherwise) {
        return values.get(key) instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(entry ->
                                name(entry.getKey()).filter(name::equals).isPresent())
                        .map(Map.Entry::getValue)
                        .filter(Boolean.class::isInstance)
                        .map(Boolean.class::cast)
                        .findFirst()
                        .orElse(otherwise)
                : otherwise;
    }

    Optional<String> text(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The text or keyword for a key, in lower case. */
    Optional<String> word(String key) {
        return name(values.get(key)).map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** All texts in the collection for a key. */
    ImmutableList<String> texts(String key) {
        return items(key)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    /** The names of all keywords in the collection for a key. */
    ImmutableSet<String> keywords(String key) {
        return items(key)
                .filter(Keyword.class::isInstance)
                .map(item -> ((Keyword) item).name())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** All texts, and the names of all keywords, in the collection for a key. */
    ImmutableSet<String> names(String key) {
        return items(key).flatMap(item -> name(item).stream()).collect(ImmutableSet.toImmutableSet());
    }

    /** The texts in the map for a key, by their keys there, which may be texts or keywords. */
    ImmutableMap<String, String> textsByName(String key) {
        ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, text) -> {
                if (text instanceof String string) {
                    name(name).ifPresent(known -> texts.put(known, string));
                }
            });
        }
        return texts.buildKeepingLast();
    }

    private Stream<?> items(String key) {
        return values.get(key) instanceof Collection<?> items ? items.stream() : Stream.empty();
    }

    private static Optional<String> name(@Nullable Object value) {
        if (value instanceof Keyword keyword) {
            return Optional.of(keyword.name());
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
