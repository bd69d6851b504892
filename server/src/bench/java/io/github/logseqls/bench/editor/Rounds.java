package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.bench.editor.Editor.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Questions of one kind, which are asked one behind the other, round by round.
 *
 * @param questions the params of each
 */
record Rounds(String method, ImmutableList<Map<String, Object>> questions) {

    static Rounds of(String method, List<Map<String, Object>> questions) {
        return new Rounds(method, ImmutableList.copyOf(questions));
    }

    /** Only the questions whose answers have something in them: how soon it is found that there is nothing is not asked. */
    Rounds answered(Editor editor) throws Exception {
        List<Map<String, Object>> answered = new ArrayList<>();
        for (Map<String, Object> question : questions) {
            if (hasResult(editor.answer(method, question))) {
                answered.add(question);
            }
        }
        return of(method, answered);
    }

    /** All that the lists hold which are the answers. */
    List<JsonElement> found(Editor editor) throws Exception {
        List<JsonElement> found = new ArrayList<>();
        for (Map<String, Object> question : questions) {
            if (editor.answer(method, question).json().get("result") instanceof JsonArray list) {
                list.forEach(found::add);
            }
        }
        return found;
    }

    /** How long the answers take, when some have been waited for before. */
    Samples times(Editor editor, int warmUp, int count) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int asked = 0; asked < warmUp + count; asked++) {
            long start = System.nanoTime();
            long end = editor.answer(method, questions.get(asked % questions.size()))
                    .nanos();
            nanos.add(end - start);
        }
        return Samples.ofNanos(nanos.subList(warmUp, nanos.size()));
    }

    private static boolean hasResult(Message answer) {
        JsonElement result = answer.json().get("result");
        return result != null
                && !result.isJsonNull()
                && !(result instanceof JsonArray array && array.isEmpty())
                && !(result instanceof JsonObject object && object.isEmpty());
    }
}
