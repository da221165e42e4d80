package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.chat.Conversation;
import org.hydraworkbench.model.folder.ChatTemplates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra chat-template}: spells a conversation out for a model. */
@Command(
        name = "chat-template",
        description = {
            "Spells a conversation out as the model wants to read it; prints that prompt and nothing else.",
            "The chat template comes with the model, as chat_template.jinja or in tokenizer_config.json."
        },
        mixinStandardHelpOptions = true)
final class ChatTemplateCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hugging Face folder with a chat template.")
    private @Nullable Path model;

    @Reads(Place.FILE)
    @Option(
            names = "--messages",
            required = true,
            paramLabel = "FILE.json",
            description = "The conversation: a list of objects with role and content; or an object with such a list as messages, whose"
                    + " other members, such as tools, are variables of the template.")
    private @Nullable Path messages;

    @Reads(Place.FILE)
    @Option(names = "--tools", paramLabel = "FILE.json", description = "Tools that the model may call: a list of objects.")
    private @Nullable Path tools;

    @Option(names = "--template", paramLabel = "NAME",
            description = "Which template, where there are several (tool_use with tools, where there is one; else default).")
    private @Nullable String template;

    @Option(names = "--no-generation-prompt", description = "Does not begin the answer of the model.")
    private boolean withoutGenerationPrompt;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        Conversation read = Conversation.read(Objects.requireNonNull(messages));
        Conversation conversation = tools == null ? read : read.withTools(tools);
        String prompt = ChatTemplates.read(Objects.requireNonNull(model))
                .find(template, conversation.hasTools())
                .render(conversation, !withoutGenerationPrompt);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(prompt);
        out.flush();
        return 0;
    }
}
