package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.code.PayloadTree;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands above a body: its forms, what it is, and what can be done with it. */
final class BodyBar extends HBox {
    private final Map<BodyForm, ToggleButton> buttons = new EnumMap<>(BodyForm.class);
    private final ToggleGroup forms = new ToggleGroup();
    private final BiConsumer<BodyForm, Boolean> onForm;
    private final Label about = new Label();
    private final ToggleButton wrap = toggle(Icon.WRAP, text("body.wrap"));
    private final ToggleButton asSent = new ToggleButton(text("body.asSent"));
    private final ObservableValue<Boolean> wraps;
    private boolean isOffering;

    /**
     * @param onForm told of a form that is to be shown, and whether a person wants it
     * @param onAsSent run when the body is to be read otherwise
     */
    BodyBar(BiConsumer<BodyForm, Boolean> onForm, Runnable onAsSent, Runnable onFind, Supplier<String> copied,
            PayloadTree tree) {
        this.onForm = onForm;
        HBox row = new HBox(2);
        for (BodyForm form : BodyForm.values()) {
            row.getChildren().add(button(form));
        }
        forms.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                forms.selectToggle(before);
            } else {
                onForm.accept((BodyForm) now.getUserData(), !isOffering);
            }
        });
        about.getStyleClass().addAll("secondary", "muted");
        about.setMinWidth(0);
        asSent.getStyleClass().add("quiet");
        asSent.setMinWidth(Region.USE_PREF_SIZE);
        asSent.setTooltip(new Tooltip(text("body.asSent.tip")));
        asSent.selectedProperty().subscribe((_, _) -> onAsSent.run());
        wrap.setSelected(true);
        // The columns of a hex dump say nothing once they are broken.
        wraps = wrap.selectedProperty().and(is(BodyForm.HEX).not());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        IconButton expand = new IconButton(Icon.EXPAND_ALL, text("tree.expandAll"), tree::expandAll);
        IconButton collapse = new IconButton(Icon.COLLAPSE_ALL, text("tree.collapseAll"), tree::collapseAll);
        expand.visibleProperty().bind(is(BodyForm.TREE));
        collapse.visibleProperty().bind(is(BodyForm.TREE));
        wrap.visibleProperty().bind(is(BodyForm.PRETTY).or(is(BodyForm.RAW)));
        List.of(expand, collapse, wrap, asSent).forEach(BodyBar::takesRoomOnlyWhileVisible);
        getChildren().addAll(row, asSent, space, about, expand, collapse, wrap,
                new IconButton(Icon.SEARCH, text("body.find"), onFind), new CopyButton(text("body.copy"), copied));
        setSpacing(4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("tab-bar");
        offer(List.of(BodyForm.RAW), BodyForm.RAW);
        showEncoded(false);
    }

    private static void takesRoomOnlyWhileVisible(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    private ToggleButton button(BodyForm form) {
        ToggleButton button = new ToggleButton(text("body." + form.key()));
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(forms);
        button.setUserData(form);
        takesRoomOnlyWhileVisible(button);
        buttons.put(form, button);
        return button;
    }

    private BooleanExpression is(BodyForm form) {
        return Objects.requireNonNull(buttons.get(form)).selectedProperty();
    }

    private static ToggleButton toggle(Icon icon, String meaning) {
        ToggleButton button = new ToggleButton(null, icon.node());
        button.getStyleClass().addAll(Styles.BUTTON_ICON, "quiet");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }

    /** Offers the forms that suit a body, and shows it in one of them. */
    void offer(List<BodyForm> offered, BodyForm best) {
        isOffering = true;
        buttons.forEach((form, button) -> button.setVisible(offered.contains(form)));
        if (chosen().equals(Optional.of(best))) {
            onForm.accept(best, false);
        } else {
            choose(best);
        }
        isOffering = false;
    }

    /** Shows the body in another form. */
    void choose(BodyForm form) {
        forms.selectToggle(buttons.get(form));
    }

    Optional<BodyForm> chosen() {
        return Optional.ofNullable(forms.getSelectedToggle()).map(toggle -> (BodyForm) toggle.getUserData());
    }

    /** Whether a body is compressed, so that it can be looked at as it was sent as well. */
    void showEncoded(boolean isEncoded) {
        asSent.setVisible(isEncoded);
        if (!isEncoded) {
            asSent.setSelected(false);
        }
    }

    boolean isAsSent() {
        return asSent.isSelected();
    }

    ObservableValue<Boolean> wraps() {
        return wraps;
    }

    /** Says what the body is. */
    void about(String words, String tip) {
        about.setText(words);
        aboutTip(tip);
    }

    void aboutTip(String words) {
        about.setTooltip(new Tooltip(words));
    }
}
