package io.github.logseqls.outline;

/**
 * What the first line of a block says of it as a task (format.md 5).
 *
 * @param marker {@code TODO}, {@code DOING} and so on; empty for a block that is no task
 * @param priority the one character of {@code [#A]}; empty where there is none
 */
public record TaskMarks(String marker, String priority) {

    static final TaskMarks NONE = new TaskMarks("", "");
}
