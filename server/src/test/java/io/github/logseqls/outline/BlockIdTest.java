package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BlockIdTest {

    @Test
    void idsWhoseHalvesAreTheSameDoNotCollide() {
        assertThat(LongStream.range(0, 10_000)
                        .map(half -> new BlockId(new UUID(half, half)).hashCode())
                        .distinct())
                .hasSizeGreaterThan(9_990);
    }

    @Test
    void idsAreTheSameInAnyCase() {
        String id = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
        assertThat(BlockId.parse(id)).isPresent().isEqualTo(BlockId.parse(id.toUpperCase(Locale.ROOT)));
        assertThat(BlockId.parse(id)).hasSameHashCodeAs(BlockId.parse(id.toUpperCase(Locale.ROOT)));
    }
}
