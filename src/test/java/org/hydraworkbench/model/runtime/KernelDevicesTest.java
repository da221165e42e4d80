package org.hydraworkbench.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.KernelMethods.Method;
import org.hydraworkbench.model.runtime.KernelMethods.Use;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the kernels of all families are right for a device that is not the processor, by their text: every tensor is made on the device of an
 * input, and no number is read back of what lies there.
 */
class KernelDevicesTest {

    /** What makes a tensor out of none; what ends in "_like" or is called "new_…" makes it where the other is. */
    private static final Pattern MAKING = Pattern.compile("torch\\.(zeros|ones|arange|range|empty|empty_strided|full|tensor|as_tensor|scalar_tensor|rand|randn"
            + "|randint|randperm|normal|eye|linspace|logspace|tril_indices|triu_indices|sparse_\\w+|\\w+_window|from_file|fft_\\w*freq|vander)\\(");

    /** What reads a number, or the number of numbers, of a tensor. */
    private static final Pattern READING = Pattern.compile("torch\\.(item|is_nonzero|equal|allclose|nonzero\\w*|argwhere|masked_select|unique\\w*|_unique\\w*"
            + "|bincount|histc|repeat_interleave|tolist|cpu|numpy|local_scalar_dense|_local_scalar_dense)\\(|ops\\.aten\\.\\w*(Bool|Int|Float|item)\\w*\\(|\"cpu\"|torch\\.device\\(");

    private static final Pattern DEVICE = Pattern.compile("device=ops\\.prim\\.device\\((\\w+)\\)");
    private static final Pattern NUMBER = Pattern.compile("\\b(int|float|bool)\\((?!torch\\.(item|size|len)\\()");
    private static final Pattern CONDITION = Pattern.compile("(?m)^ *(?:if|elif|while) (.*):$");
    private static final Pattern OF_NUMBERS = Pattern.compile(
            "(?:torch\\.(?:__(?:or|and|is|isnot)__|eq|gt|lt|ge|le|len|size|item|select)|ops\\.prim\\.dtype|int|causal|head_wanted|self|\\(self\\)\\.\\w+)\\b.*|[a-z_]\\w*");

    static List<String> models() throws HydraException {
        return FamilyModels.names();
    }

    private static List<KernelText> texts(String model) throws HydraException {
        DecoderConfig config = PretrainedFolder.open(FamilyModels.folder(model)).config();
        return List.of(config.kernel(NumberType.F32, false), config.kernel(NumberType.BF16, false), config.kernel(NumberType.BF16, true));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTensorIsMadeOnTheDeviceOfAnInput(String model) throws HydraException {
        for (KernelText text : texts(model)) {
            assertThat(elsewhere(text.assemble())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsReadOfWhatLiesOnTheDevice(String model) throws HydraException {
        for (KernelText text : texts(model)) {
            assertThat(readBack(text.assemble())).isEmpty();
        }
    }

    /** These are what a step calls for each layer. */
    @ParameterizedTest
    @MethodSource("models")
    void aLayerReadsNothingAtAll(String model) throws HydraException {
        for (KernelText text : texts(model)) {
            KernelMethods methods = KernelMethods.of(text.assemble());
            for (String name : reachable(methods, "layer")) {
                Method method = methods.all().get(name);
                assertThat(READING.matcher(method.body()).find()).as("%s in %s", name, model).isFalse();
                assertThat(CONDITION.matcher(method.body()).results().map(found -> found.group(1)))
                        .as("%s in %s", name, model)
                        .allMatch(condition -> OF_NUMBERS.matcher(condition).matches());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "torch.zeros([n], dtype=6)",
        "torch.arange(n, dtype=4)",
        "torch.triu(torch.ones([n, n], dtype=11), 1)",
        "torch.full([n], 1.)",
        "torch.zeros([n], dtype=6, device=ops.prim.device(place))",
        "torch.zeros([n], dtype=6, device=torch.device(\"cuda\"))",
    })
    void aTensorThatIsMadeElsewhereIsFound(String made) {
        assertThat(elsewhere(method("n = int(torch.item(place))\n    y = " + made))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "y = int(torch.item(torch.select(x, 0, 0)))\n    z = torch.add(x, y)",
        "y = torch.nonzero(x)",
        "y = torch.item(torch.sum(x))",
        "y = int(torch.sum(x))",
        "y = (self).other(torch.sum(x))",
    })
    void aNumberThatIsReadBackIsFound(String read) {
        assertThat(readBack(method(read) + "  def other(self: __torch__.Decoder, of: Tensor) -> int:\n    return int(torch.item(of))\n")).isNotEmpty();
    }

    @Test
    void aCallThatHasANumberOnTheDeviceIsRefused() throws HydraException {
        try (TensorScope scope = TestModels.runtime().root().child()) {
            Tensor x = scope.floats(new float[] {1, 2}, 1, 2);
            KernelCall right = KernelCall.of(scope, "cast").with(x).with(scope.hostLongs(NumberType.F32.code()));
            assertThat(right.run()).hasSize(1);
            KernelCall wrong = KernelCall.of(scope, "cast").with(x).with(scope.longs(new long[] {NumberType.F32.code()}, 1));
            assertThatThrownBy(wrong::run).isInstanceOf(AssertionError.class).hasMessageContaining("cast");
        }
    }

    private static String method(String body) {
        return "  def tried(self: __torch__.Decoder, x: Tensor, place: Tensor) -> Tensor:\n    " + body + "\n    return x\n";
    }

    /** The calls that make a tensor, but not on the device of an input that is computed with. */
    private static List<String> elsewhere(String text) {
        KernelMethods methods = KernelMethods.of(text);
        List<String> found = new ArrayList<>();
        methods.all().forEach((name, method) -> {
            Matcher making = MAKING.matcher(method.body());
            while (making.find()) {
                String arguments = String.join(", ", KernelMethods.arguments(method.body(), making.end()));
                Matcher device = DEVICE.matcher(arguments);
                if (!device.find() || !isComputedWith(methods, name, device.group(1))) {
                    found.add(name + ": " + making.group() + arguments);
                }
            }
        });
        return found;
    }

    /** Whether it is an argument that is not on the host, or made of such ones. */
    private static boolean isComputedWith(KernelMethods methods, String method, String name) {
        List<KernelMethods.Parameter> parameters = methods.all().get(method).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return parameters.get(i).type().equals("Tensor") && methods.uses(method).get(i) != Use.READ;
            }
        }
        return methods.all().get(method).body().contains("    " + name + " = ");
    }

    /** What is read that is not a number of an argument on the host. */
    private static List<String> readBack(String text) {
        KernelMethods methods = KernelMethods.of(text);
        List<String> found = new ArrayList<>();
        methods.all().forEach((name, method) -> {
            List<Use> uses = methods.uses(name);
            Matcher reading = READING.matcher(method.body());
            while (reading.find()) {
                String from = method.body().substring(reading.start());
                Matcher plain = Pattern.compile("torch\\.item\\((?:torch\\.select\\((\\w+), 0, [^()]*\\)|(\\w+))\\)").matcher(from);
                String read = plain.lookingAt() ? plain.group(plain.group(1) == null ? 2 : 1) : "";
                KernelMethods.Parameter parameter = method.named(read);
                if (parameter == null || uses.get(method.parameters().indexOf(parameter)) != Use.READ) {
                    found.add(name + ": " + from.lines().findFirst().orElse(""));
                }
            }
            Matcher number = NUMBER.matcher(method.body());
            while (number.find()) {
                found.add(name + ": " + method.body().substring(number.start()).lines().findFirst().orElse(""));
            }
            for (KernelMethods.Call call : KernelMethods.calls(method.body())) {
                for (int i = 0; i < call.arguments().size(); i++) {
                    KernelMethods.Parameter given = method.named(call.arguments().get(i));
                    boolean onHost = given != null && uses.get(method.parameters().indexOf(given)) == Use.READ;
                    if (methods.uses(call.method()).get(i) == Use.READ && !onHost) {
                        found.add(name + ": " + call);
                    }
                }
            }
        });
        return found;
    }

    private static Set<String> reachable(KernelMethods methods, String start) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        Set<String> known = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (known.add(name)) {
                reached.add(name);
                KernelMethods.calls(methods.all().get(name).body()).forEach(call -> open.push(call.method()));
            }
        }
        return reached;
    }
}
