package io.github.logseqls.bench.editor;

import com.google.gson.JsonObject;
import java.lang.management.ManagementFactory;

/** Where it was measured, in words that tell nobody whose machine it is. */
final class Machine {

    private Machine() {}

    static String description() {
        return "%d cores, %s on %s, Java %s (%s)"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        System.getProperty("java.vm.name"));
    }

    /** How many processes wanted a core in the last minute, on average; negative where that is not known. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("cores", Runtime.getRuntime().availableProcessors());
        json.addProperty("system", System.getProperty("os.name"));
        json.addProperty("architecture", System.getProperty("os.arch"));
        json.addProperty("java", Runtime.version().toString());
        json.addProperty("jvm", System.getProperty("java.vm.name"));
        return json;
    }
}
