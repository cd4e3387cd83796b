package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.compose.Draft;
import dev.hookglass.compose.Drafts;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The templates: opened, saved and removed. For the FX thread. */
final class TemplateMenu extends MenuButton {
    /** What would be saved. */
    @FunctionalInterface
    interface Current {
        Draft draft() throws Problem;
    }

    private final Drafts drafts;
    private final Background background;
    private final Current current;
    private final Consumer<Draft> onOpen;
    private final Consumer<Problem> onProblem;
    private final TextField name = new TextField();
    private final HBox naming;

    TemplateMenu(Drafts drafts, Background background, Current current, Consumer<Draft> onOpen,
            Consumer<Problem> onProblem) {
        super(text("compose.templates"));
        this.drafts = drafts;
        this.background = background;
        this.current = current;
        this.onOpen = onOpen;
        this.onProblem = onProblem;
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll(Styles.FLAT, "templates");
        name.setPromptText(text("compose.template.name"));
        name.setAccessibleText(text("compose.template.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(_ -> save());
        naming = new HBox(8, name, new ActionButton(text("compose.template.save"), this::save),
                new ActionButton(text("compose.template.cancel"), () -> showNaming(false)).flat());
        naming.setAlignment(Pos.CENTER_LEFT);
        naming.getStyleClass().add("template-name");
        showNaming(false);
        fill(List.of());
    }

    /** Where a template gets its name; takes no room unless one is being saved. */
    HBox naming() {
        return naming;
    }

    private void showNaming(boolean shown) {
        naming.setVisible(shown);
        naming.setManaged(shown);
        if (shown) {
            name.requestFocus();
        }
    }

    /** Reads which there are. */
    void refresh() {
        background.run(drafts::templates, this::fill, onProblem);
    }

    private void fill(List<String> names) {
        MenuItem save = new MenuItem(text("compose.template.saveAs"));
        save.setOnAction(_ -> showNaming(true));
        getItems().setAll(names.stream().map(each -> item(each, this::open)).toList());
        if (!names.isEmpty()) {
            Menu remove = new Menu(text("compose.template.remove"));
            remove.getItems().setAll(names.stream().map(each -> item(each, this::remove)).toList());
            getItems().addAll(new SeparatorMenuItem(), save, remove);
        } else {
            getItems().add(save);
        }
    }

    private static MenuItem item(String template, Consumer<String> action) {
        MenuItem item = new MenuItem(template);
        // A name is a person's own: an underscore in it is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.accept(template));
        return item;
    }

    private void open(String template) {
        background.run(() -> drafts.template(template), found -> found.ifPresent(onOpen), onProblem);
    }

    private void remove(String template) {
        background.run(() -> drafts.remove(template), this::refresh, onProblem);
    }

    private void save() {
        String written = name.getText();
        try {
            Draft draft = current.draft();
            background.run(() -> drafts.save(written, draft), () -> {
                showNaming(false);
                name.clear();
                refresh();
            }, onProblem);
        } catch (Problem problem) {
            onProblem.accept(problem);
        }
    }
}
