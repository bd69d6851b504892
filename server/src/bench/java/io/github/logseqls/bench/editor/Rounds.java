package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.bench.editor.Editor.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Questions of one kind, which are asked one behind the other, round by round.
 *
 * @param questions the params of each
 */
record Rounds(String method, ImmutableList<Map<String, Object>> questions) {

    /** How many different questions are asked at most. */
    private static final int MOST_QUESTIONS = 60;

    /** How long questions are repeated: a slow answer is known before it has been asked for hundreds of times. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

    /** Some of the questions, evenly spread. */
    static Rounds of(String method, List<Map<String, Object>> questions) {
        int step = questions.size() / MOST_QUESTIONS + 1;
        ImmutableList.Builder<Map<String, Object>> some = ImmutableList.builder();
        for (int i = 0; i < questions.size(); i += step) {
            some.add(questions.get(i));
        }
        return new Rounds(method, some.build());
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

    /** How long the answers take, when some have been waited for before; fewer than asked for where they take long. */
    Samples times(Editor editor, int warmUp, int count) throws Exception {
        ask(editor, warmUp);
        return Samples.ofNanos(ask(editor, count));
    }

    private List<Long> ask(Editor editor, int count) throws Exception {
        List<Long> nanos = new ArrayList<>();
        long patience = System.nanoTime() + PATIENCE_NANOS;
        for (int asked = 0; asked < count && System.nanoTime() < patience; asked++) {
            long start = System.nanoTime();
            long end = editor.answer(method, questions.get(asked % questions.size()))
                    .nanos();
            nanos.add(end - start);
        }
        return nanos;
    }

    private static boolean hasResult(Message answer) {
        JsonElement result = answer.json().get("result");
        return result != null
                && !result.isJsonNull()
                && !(result instanceof JsonArray array && array.isEmpty())
                && !(result instanceof JsonObject object && object.isEmpty());
    }
}
