package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code hydra eval alignment}. */
class EvalAlignmentCommandTest extends CommandTest {

    @Test
    void alignmentErrorRateIsPrintedAsJson() throws IOException {
        write("gold", "0-0 1-1 2p1\n0-0 1p0\n");
        write("hyp", "0-0 2-1 2-2\n1-0\n5-5\n");
        assertThat(hydra("eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--json")).isZero();
        JsonObject json = JsonParser.parseString(out).getAsJsonObject();
        assertThat(json.keySet()).containsExactly("aer", "precision", "recall", "f1", "intervals");
        assertThat(json.get("aer").getAsDouble()).isCloseTo(1 - 4 / 7.0, within(1e-12));
        assertThat(err).contains("first 2 of 3 pairs");
    }

    @Test
    void fewerLinesThanGoldAreBadInput() throws IOException {
        write("gold", "0-0\n0-0\n");
        write("hyp", "0-0\n");
        assertThat(hydra("eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"))).isEqualTo(3);
        write("hyp", "0-0\nzero\n");
        assertThat(hydra("eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"))).isEqualTo(3);
        assertThat(err).contains("hyp:2:");
    }

    @Test
    void withTheTextKappaIsPrintedAndIndexesAreChecked() throws IOException {
        // cells 6 + 2; both 1, only gold 1, only found 1, neither 5: p_o = 6/8, p_e = (2*2 + 6*6)/64
        write("b.txt", "a b ||| x y z\nc ||| u v\n");
        write("gold", "1 1 1 S\n2 1 1 P\n");
        write("hyp", "0-0\n0-1\n");
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--bitext", path("b.txt")};
        assertThat(hydra(with(command, "--json"))).isZero();
        assertThat(JsonParser.parseString(out).getAsJsonObject().get("kappa").getAsDouble())
                .isCloseTo((6 / 8.0 - 40 / 64.0) / (1 - 40 / 64.0), within(1e-12));
        assertThat(hydra(command)).isZero();
        assertThat(out).contains("kappa 0.3333");
        write("hyp", "0-0\n0-2\n");
        assertThat(hydra(command)).isEqualTo(3);
        assertThat(err).contains("hyp:2:").contains("pair 1").contains("target side");
    }

    @Test
    void goldLinksThatSeemToBeCountedFromOneAreTold() throws IOException {
        write("gold", "1-1 2-2 3-3\n1-1 2-2\n".repeat(2));
        write("hyp", "0-0 1-1 2-2\n0-0 1-1\n".repeat(2));
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--baseline", path("hyp")};
        assertThat(hydra(command)).isZero();
        assertThat(err).containsOnlyOnce("No gold link has a unit 0").contains("--gold-from-one");
        assertThat(hydra(with(command, "--gold-from-one", "--json"))).isZero();
        assertThat(JsonParser.parseString(out).getAsJsonObject().get("aer").getAsDouble()).isZero();
        assertThat(err).doesNotContain("No gold link");
        write("b.txt", "a b c ||| x y z\nd e ||| u v\n".repeat(2));
        assertThat(hydra(with(command, "--bitext", path("b.txt")))).isEqualTo(3);
        assertThat(err).contains("points beyond").contains("say so with --gold-from-one");
        assertThat(hydra(with(command, "--bitext", path("b.txt"), "--gold-from-one"))).isZero();
    }

    @Test
    void goldLinksWithAUnitZeroAreCountedFromIt() throws IOException {
        write("gold", "0-0 1-1 2-2\n1-1 2-2\n".repeat(3));
        write("hyp", "0-0\n0-0\n".repeat(3));
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp")};
        assertThat(hydra(command)).isZero();
        assertThat(err).isEmpty();
        assertThat(hydra(with(command, "--gold-from-one"))).isEqualTo(3);
        assertThat(err).contains("gold:1: the link '0-0' has a unit 0");
        write("gold", "1 1 1\n2 1 1\n");
        assertThat(hydra(with(command, "--gold-from-one"))).isEqualTo(2);
    }

    @Test
    void confidencesAreComparedWithWhatIsRight() throws IOException {
        write("gold", "0-0 1p1\n0-0\n");
        write("hyp", "0-0 1-1 2-2\n0-0\n");
        write("scores", "0\t0\t0\t0.9\n0\t1\t1\t0.75\n0\t2\t2\t0.25\n1\t0\t0\t1.0\n");
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--scores", path("scores")};
        assertThat(hydra(with(command, "--json"))).isZero();
        JsonObject calibration = JsonParser.parseString(out).getAsJsonObject().getAsJsonObject("calibration");
        // 2 links of mean 0.95, both right; 1 of 0.75, right; 1 of 0.25, wrong
        assertThat(calibration.get("expected_calibration_error").getAsDouble())
                .isCloseTo((2 * 0.05 + 0.25 + 0.25) / 4, within(1e-7));
        assertThat(calibration.getAsJsonArray("bins")).hasSize(10);
        assertThat(hydra(command)).isZero();
        assertThat(out).contains("0.9 to 1.0        2     0.950     1.000").contains("expected calibration error 0.1500");
    }

    @Test
    void twoHypothesesAreComparedByPairedBootstrap() throws IOException {
        write("gold", "0-0 1-1\n".repeat(20));
        write("hyp", "0-0 1-1\n".repeat(20));
        write("base", "0-0\n1-1\n".repeat(10));
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--baseline", path("base")};
        assertThat(hydra(with(command, "--json"))).isZero();
        JsonObject aer = JsonParser.parseString(out).getAsJsonObject().getAsJsonObject("bootstrap").getAsJsonObject("aer");
        assertThat(aer.get("baseline").getAsDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(aer.get("system").getAsDouble()).isZero();
        assertThat(aer.get("p").getAsDouble()).isLessThan(0.01);
        assertThat(hydra(command)).isZero();
        assertThat(out).contains("AER: baseline 33.33 %, this 0.00 %, p = 0.0010");
    }
}
