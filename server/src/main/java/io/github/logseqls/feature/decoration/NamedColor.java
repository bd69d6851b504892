package io.github.logseqls.feature.decoration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Color;

/** The colours that Logseq offers for blocks, as its light theme paints them. */
enum NamedColor {
    YELLOW(0xfef08a),
    RED(0xfecaca),
    PINK(0xfbcfe8),
    GREEN(0xbbf7d0),
    BLUE(0xc0e6fd),
    PURPLE(0xe9d5ff),
    GRAY(0xeaeaea);

    private static final Pattern LONG_HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern SHORT_HEX = Pattern.compile("#[0-9a-fA-F]{3}");
    private static final int BRIGHTEST = 255;

    private final int rgb;

    NamedColor(int rgb) {
        this.rgb = rgb;
    }

    /** The colour of a value: one of the names, {@code #rrggbb} or {@code #rgb}. */
    static Optional<Color> parse(String value) {
        if (LONG_HEX.matcher(value).matches()) {
            return Optional.of(color(Integer.parseInt(value.substring(1), 16)));
        }
        if (SHORT_HEX.matcher(value).matches()) {
            return Optional.of(color(Integer.parseInt(value.substring(1).replaceAll("(.)", "$1$1"), 16)));
        }
        return Arrays.stream(values())
                .filter(named -> named.value().equals(value))
                .findFirst()
                .map(named -> color(named.rgb));
    }

    /** The name that stands for just this colour. */
    static Optional<NamedColor> of(Color color) {
        return Arrays.stream(values()).filter(named -> named.rgb == rgb(color)).findFirst();
    }

    /** A colour as {@code #rrggbb}; how much shines through it cannot be said. */
    static String hex(Color color) {
        return "#%06x".formatted(rgb(color));
    }

    /** As the value of a property. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Color color(int rgb) {
        return new Color(part(rgb >> 16), part(rgb >> 8), part(rgb), 1);
    }

    private static double part(int value) {
        return (value & BRIGHTEST) / (double) BRIGHTEST;
    }

    private static int rgb(Color color) {
        return part(color.getRed()) << 16 | part(color.getGreen()) << 8 | part(color.getBlue());
    }

    private static int part(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * BRIGHTEST);
    }
}
