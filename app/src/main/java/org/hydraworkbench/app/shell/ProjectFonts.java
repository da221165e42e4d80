package org.hydraworkbench.app.shell;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hydraworkbench.app.writing.ScriptFonts;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.text.LetterScripts;
import org.hydraworkbench.text.Side;

/** Lets the windows be written in a font that suits the languages of the open project, and says which script this computer has no good one for. */
final class ProjectFonts {

    private final ProjectContext project;
    private final Theme theme;
    private final Notices notices;
    private final Set<UnicodeScript> told = EnumSet.noneOf(UnicodeScript.class);
    private Set<UnicodeScript> known = Set.of();

    ProjectFonts(ProjectContext project, Theme theme, Notices notices) {
        this.project = project;
        this.theme = theme;
        this.notices = notices;
        project.projectProperty().subscribe(now -> look());
        project.addListener(change -> {
            if (change.kind() == ProjectChange.Kind.INFO) {
                look();
            }
        });
    }

    private void look() {
        Set<UnicodeScript> scripts = new LinkedHashSet<>();
        project.current().map(Project::info).ifPresent(info -> Arrays.stream(Side.values())
                .forEach(side -> info.language(side).scripts().stream().findFirst().ifPresent(scripts::add)));
        if (scripts.equals(known)) {
            return;
        }
        known = scripts;
        String family = ScriptFonts.family(scripts);
        theme.familyProperty().set(family);
        scripts.stream().filter(told::add).forEach(script -> tell(family, script));
    }

    private void tell(String family, UnicodeScript script) {
        String name = LetterScripts.displayName(script);
        if (!ScriptFonts.shows(family, script)) {
            notices.problem(Texts.format("font.none", name), null);
        } else if (!ScriptFonts.keepsOrder(family, script)) {
            notices.problem(Texts.format("font.order", name), null);
        }
    }
}
