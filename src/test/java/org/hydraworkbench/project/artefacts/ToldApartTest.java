package org.hydraworkbench.project.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldApartTest {

    private static Artefact artefact(long id, String name, String time) {
        return new Artefact(
                id,
                Slot.HYDRA,
                "assemble",
                name,
                LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant(),
                "Ada",
                "{}",
                0,
                "1",
                Path.of("hydra-" + id),
                "",
                "{}",
                List.of());
    }

    private final Artefact first = artefact(3, "Hydra", "2026-11-28T09:05:10");
    private final Artefact later = artefact(7, "Hydra", "2026-11-28T10:04:00");
    private final Artefact soonAfter = artefact(8, "Hydra", "2026-11-28T10:04:50");
    private final Artefact other = artefact(9, "Another", "2026-11-28T09:05:10");

    @Test
    void aNameThatIsTheOnlyOneOfItsKindSaysNothingElse() {
        assertThat(ToldApart.quoted(first)).isEqualTo("“Hydra”");
        assertThat(ToldApart.name(first, List.of(first, other))).isEqualTo("Hydra");
    }

    @Test
    void twoOfOneNameAreToldApartByTheirTimes() {
        assertThat(ToldApart.quoted(first, later)).isEqualTo("“Hydra” (28 Nov 2026, 09:05)");
        assertThat(ToldApart.name(later, List.of(first, later, other))).isEqualTo("Hydra (28 Nov 2026, 10:04)");
    }

    @Test
    void withinAMinuteTheirNumbersTellThemApart() {
        assertThat(ToldApart.quoted(later, soonAfter)).isEqualTo("“Hydra” (no. 7)");
    }
}
