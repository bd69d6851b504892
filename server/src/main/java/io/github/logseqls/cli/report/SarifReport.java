package io.github.logseqls.cli.report;

import com.google.common.collect.ImmutableList;
import com.google.common.net.UrlEscapers;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SARIF 2.1.0, the exchange format of analysis tools: one run with all findings. */
public final class SarifReport implements Report {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/");

    private final PrintWriter out;
    private final String version;
    private final JsonArray results = new JsonArray();
    private final Set<String> codes = new TreeSet<>();

    /** A report without a finding, of this program in a version. */
    public SarifReport(PrintWriter out, String version) {
        this.out = out;
        this.version = version;
    }

    @Override
    public void add(ImmutableList<ReportedFinding> findings) {
        for (ReportedFinding finding : findings) {
            codes.add(finding.code());
            results.add(result(finding));
        }
    }

    @Override
    public void end(Totals totals) {
        JsonArray rules = new JsonArray();
        codes.forEach(code -> rules.add(object("id", new JsonPrimitive(code))));
        JsonObject driver = object("name", new JsonPrimitive("logseq-ls"));
        driver.addProperty("version", version);
        driver.add("rules", rules);
        JsonObject run = object("tool", object("driver", driver));
        run.addProperty("columnKind", "utf16CodeUnits");
        run.add("results", results);
        JsonObject log = new JsonObject();
        log.addProperty("version", "2.1.0");
        log.addProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.add("runs", array(run));
        out.print(GSON.toJson(log) + "\n");
    }

    private static JsonObject result(ReportedFinding finding) {
        JsonObject result = new JsonObject();
        result.addProperty("ruleId", finding.code());
        result.addProperty("level", level(finding));
        result.add("message", text(finding.message()));
        result.add("locations", array(location(finding.place())));
        if (!finding.related().isEmpty()) {
            JsonArray related = new JsonArray();
            for (ReportedFinding.Related other : finding.related()) {
                JsonObject location = location(other.place());
                location.add("message", text(other.message()));
                related.add(location);
            }
            result.add("relatedLocations", related);
        }
        return result;
    }

    private static String level(ReportedFinding finding) {
        return switch (finding.severity()) {
            case Error -> "error";
            case Warning -> "warning";
            default -> "note";
        };
    }

    private static JsonObject location(ReportedFinding.Place place) {
        JsonObject region = new JsonObject();
        region.addProperty("startLine", place.line());
        region.addProperty("startColumn", place.column());
        region.addProperty("endLine", place.endLine());
        region.addProperty("endColumn", place.endColumn());
        JsonObject physical = object("artifactLocation", object("uri", new JsonPrimitive(uri(place.path()))));
        physical.add("region", region);
        return object("physicalLocation", physical);
    }

    /** The path as an address; relative to the working directory where it is. */
    private static String uri(String path) {
        String encoded = Arrays.stream(path.split("/"))
                .map(UrlEscapers.urlPathSegmentEscaper()::escape)
                .collect(Collectors.joining("/"));
        if (DRIVE.matcher(path).lookingAt()) {
            return "file:///" + encoded;
        }
        return path.startsWith("/") ? "file://" + encoded : encoded;
    }

    private static JsonObject text(String text) {
        return object("text", new JsonPrimitive(text));
    }

    private static JsonObject object(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private static JsonArray array(JsonElement element) {
        JsonArray array = new JsonArray();
        array.add(element);
        return array;
    }
}
