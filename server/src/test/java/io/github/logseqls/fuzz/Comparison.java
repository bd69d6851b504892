package io.github.logseqls.fuzz;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import io.github.logseqls.fuzz.Reading.Aspect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Random documents read by us and by Logseq: how many were read differently, and the smallest such ones. */
final class Comparison {

    private static final int BATCH = 50;
    /** Shrinking takes long, and what many documents show, few show as well. */
    private static final int MOST_SHRUNK = Integer.getInteger("fuzz.shrink", 100);

    private final Set<Aspect> asked;
    private final KnownDifferences known;
    private final Multiset<Aspect> counts = EnumMultiset.create(Aspect.class);
    private final SortedMap<String, String> differences = new TreeMap<>();
    private int read;
    private int unread;

    private Comparison(Set<Aspect> asked, KnownDifferences known) {
        this.asked = asked;
        this.known = known;
    }

    /** Compares so many documents in a process of its own. */
    static Comparison of(Random random, int documents, Set<Aspect> asked, KnownDifferences known) throws IOException {
        Comparison comparison = new Comparison(asked, known);
        try (Mldoc mldoc = Mldoc.start()) {
            for (int left = documents; left > 0; left -= BATCH) {
                List<Document> batch = new ArrayList<>();
                while (batch.size() < Math.min(BATCH, left)) {
                    batch.add(RandomDocuments.next(random));
                }
                comparison.compare(batch, mldoc);
            }
        }
        return comparison;
    }

    private void compare(List<Document> batch, Mldoc mldoc) throws IOException {
        List<Optional<Reading>> readings = mldoc.read(batch);
        for (int i = 0; i < batch.size(); i++) {
            if (readings.get(i).isEmpty()) {
                unread++;
                continue;
            }
            read++;
            Document document = batch.get(i);
            Optional<Aspect> aspect =
                    Reading.ours(document).difference(readings.get(i).get(), asked);
            // Logseq's parser remembers an unclosed piece of code from one text to the next: what counts is seen twice.
            if (aspect.isPresent() && isSeenAgain(document, aspect.get(), mldoc)) {
                note(document, aspect.get(), mldoc);
            }
        }
    }

    private boolean isSeenAgain(Document document, Aspect aspect, Mldoc mldoc) throws IOException {
        return mldoc.read(document)
                .flatMap(reading -> Reading.ours(document).difference(reading, asked))
                .equals(Optional.of(aspect));
    }

    private void note(Document document, Aspect aspect, Mldoc mldoc) throws IOException {
        if (differences.size() >= MOST_SHRUNK) {
            counts.add(aspect);
            return;
        }
        Document small = Shrinker.shrink(
                document,
                smaller -> mldoc.read(smaller)
                        .flatMap(reading -> Reading.ours(smaller).difference(reading, asked))
                        .equals(Optional.of(aspect)));
        if (known.contains(aspect, small) || !isSeenAgain(small, aspect, mldoc)) {
            return;
        }
        counts.add(aspect);
        differences.put(
                aspect + " of " + small,
                "\n    ours:     " + Reading.ours(small).facts().get(aspect) + "\n    Logseq's: "
                        + mldoc.read(small).orElseThrow().facts().get(aspect));
    }

    /** Both comparisons as one. */
    Comparison with(Comparison other) {
        Comparison sum = new Comparison(asked, known);
        for (Comparison part : List.of(this, other)) {
            sum.read += part.read;
            sum.unread += part.unread;
            sum.counts.addAll(part.counts);
            sum.differences.putAll(part.differences);
        }
        return sum;
    }

    int differing() {
        return counts.size();
    }

    @Override
    public String toString() {
        StringBuilder report =
                new StringBuilder("%d documents compared, %d that Logseq's parser gives up on; read differently: %d %s"
                        .formatted(read, unread, counts.size(), counts));
        differences.forEach((what, how) -> report.append("\n").append(what).append(how));
        return report.toString();
    }
}
