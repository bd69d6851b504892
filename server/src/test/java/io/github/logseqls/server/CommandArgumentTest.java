package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonParser;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandArgumentTest {

    private static final String DOCUMENT = "\"textDocument\": {\"uri\": \"file:///a.md\"}";
    private static final String RANGE =
            "\"range\": {\"start\": {\"line\": 0, \"character\": 1}, \"end\": {\"line\": 0, \"character\": 1}}";
    private static final ImmutableList<String> MOVE = ImmutableList.of("textDocument", "range", "to");

    @Test
    void takesWhatIsWhole() {
        assertThat(moving("\"up\"")).isEmpty();
        assertThat(moving("{\"page\": \"a\", \"at\": \"start\"}")).isEmpty();
        assertThat(moving("{%s, \"position\": {\"line\": 3, \"character\": 0}}".formatted(DOCUMENT)))
                .isEmpty();
    }

    @Test
    void saysWhatIsAmiss() {
        assertThat(fault("[]", MOVE)).contains("It takes one object, with “textDocument”, “range”, “to”.");
        assertThat(fault("{%s}".formatted(DOCUMENT), MOVE))
                .contains("“range” is missing: it takes one object, with “textDocument”, “range”, “to”.");
        assertThat(fault("{\"textDocument\": \"file:///a.md\"}", ImmutableList.of("textDocument")))
                .contains("“textDocument” is to be an object with a “uri”.");
        assertThat(fault("{%s, \"range\": {\"start\": 1}}".formatted(DOCUMENT), ImmutableList.of("range")))
                .contains("“range” is to be an object with a “start” and an “end”, each with “line” and “character”.");
        assertThat(fault("{\"page\": [\"a\"]}", ImmutableList.of("page"))).contains("“page” is to be a text.");
    }

    @Test
    void aPlaceToMoveToIsAWordOrAnObject() {
        String wanted =
                "“to” is to be “up”, “down”, “in” or “out”, or an object with a “page”, or with a “textDocument” and a “position”.";
        assertThat(moving("[]")).contains(wanted);
        assertThat(moving("7")).contains(wanted);
        assertThat(moving("{\"page\": 7}")).contains(wanted);
        assertThat(moving("{%s}".formatted(DOCUMENT))).contains(wanted);
        assertThat(moving("{%s, \"position\": {\"line\": 1.5, \"character\": 0}}".formatted(DOCUMENT)))
                .contains(wanted);
    }

    private static Optional<String> moving(String to) {
        return fault("{%s, %s, \"to\": %s}".formatted(DOCUMENT, RANGE, to), MOVE);
    }

    private static Optional<String> fault(String argument, ImmutableList<String> needed) {
        return CommandArgument.fault(JsonParser.parseString(argument), needed);
    }
}
