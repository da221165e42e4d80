/**
 * Chat templates: how a model wants a conversation spelt out as one text. They come with the models, in the template language
 * Jinja, and are read here by an interpreter of the part of it that such templates use, over plain values.
 *
 * <p>Templates and special tokens come from model folders, messages and tools from whoever has a conversation; the prompt goes to a
 * tokenizer or to a person. Nothing of a message is ever taken for a template, and a template can reach nothing but its values.
 *
 * <p>What it does is what Jinja2 does in the environment of transformers, which golden files hold it to; where it differs on purpose
 * is said in {@code src/test/oracle/chat_template_snippets.py}.
 */
@NullMarked
package org.hydraworkbench.model.chat;

import org.jspecify.annotations.NullMarked;
