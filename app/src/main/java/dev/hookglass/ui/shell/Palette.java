package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Fx;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All commands by their names: typing finds one, Enter has it done. Those that cannot be done come last, with what they lack. */
final class Palette extends VBox {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 380;

    private final List<Command> commands;
    private final Runnable onClose;
    private final TextField typed = new TextField();
    private final ListView<Command> found = new ListView<>();

    /** @param onClose called before a command is done, and when a person wants none */
    Palette(List<Command> commands, Runnable onClose) {
        this.commands = commands;
        this.onClose = onClose;
        getStyleClass().addAll("sheet", "palette");
        setMaxSize(WIDTH, HEIGHT);
        setMinWidth(WIDTH);
        typed.setPromptText(text("palette.prompt"));
        typed.setAccessibleText(text("palette.prompt"));
        typed.textProperty().subscribe(this::find);
        // The arrows are for the list, wherever the caret is.
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        typed.setOnAction(_ -> run());
        found.setCellFactory(_ -> new CommandCell(this::run));
        found.setAccessibleText(text("palette.found"));
        found.setFocusTraversable(false);
        found.setPlaceholder(new Label(text("palette.none")));
        setVgrow(found, Priority.ALWAYS);
        getChildren().addAll(typed, found);
    }

    void focus() {
        typed.requestFocus();
    }

    private void find(String words) {
        List<String> wanted = Arrays.asList(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        found.getItems().setAll(commands.stream()
                .filter(command -> wanted.stream().allMatch(command.name().toLowerCase(Locale.ROOT)::contains))
                .sorted(Comparator.comparing(command -> command.whyNot().isPresent()))
                .toList());
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void move(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> found.getSelectionModel().selectNext();
            case UP -> found.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        found.scrollTo(Math.max(0, found.getSelectionModel().getSelectedIndex() - 4));
        key.consume();
    }

    private void run() {
        Command command = found.getSelectionModel().getSelectedItem();
        if (command != null && command.whyNot().isEmpty()) {
            onClose.run();
            // What it opens is not to be closed by the key that chose it.
            Fx.later(command.action());
        }
    }
}
