package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.payload.Lines;
import dev.hookglass.payload.MediaType;
import dev.hookglass.payload.TextLines;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.ui.code.PayloadView;
import dev.hookglass.ui.code.Syntax;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A body: pretty, raw or as hex. Also used for what targets answer. */
final class BodyTab {
    private final Latest reading;
    private final PayloadView view;
    private final ToggleGroup forms = new ToggleGroup();
    private final ToggleButton pretty = form("pretty");
    private final ToggleButton raw = form("raw");
    private final ToggleButton hex = form("hex");
    private final Label about = new Label();
    private final VBox notes = new VBox();
    private final VBox root;
    private Bytes body = Bytes.EMPTY;
    private @Nullable BodyPages pages;

    BodyTab(Background background) {
        reading = new Latest(background);
        view = new PayloadView(background);
        about.getStyleClass().addAll("secondary", "muted");
        about.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleButton wrap = new ToggleButton(null, Icon.WRAP.node());
        wrap.getStyleClass().addAll(Styles.BUTTON_ICON, "quiet");
        wrap.setTooltip(new Tooltip(text("body.wrap")));
        wrap.setAccessibleText(text("body.wrap"));
        wrap.setSelected(true);
        // The columns of a hex dump say nothing once they are broken.
        view.wrapTextProperty().bind(wrap.selectedProperty().and(hex.selectedProperty().not()));
        HBox forms = new HBox(2, pretty, raw, hex);
        HBox bar = new HBox(4, forms, space, about, wrap, new IconButton(Icon.SEARCH, text("body.find"), view::find),
                new CopyButton(text("body.copy"), this::copied));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("tab-bar");
        notes.getStyleClass().add("notes");
        VBox.setVgrow(view, Priority.ALWAYS);
        root = new VBox(bar, notes, view);
        this.forms.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                this.forms.selectToggle(before);
            } else {
                showForm();
            }
        });
    }

    private ToggleButton form(String key) {
        ToggleButton button = new ToggleButton(text("body." + key));
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(forms);
        return button;
    }

    Parent root() {
        return root;
    }

    /** Opens the search in the body. */
    void find() {
        view.find();
    }

    /** Shows a body as the headers beside it say it is to be read. */
    void show(Bytes newBody, List<Header> headers) {
        body = newBody;
        pages = null;
        String type = MediaType.of(headers).name();
        about.setText((type.isEmpty() ? text("body.noType") : type) + " · " + Sizes.of(newBody.size()));
        about.setTooltip(null);
        notes.getChildren().clear();
        reading.ask(() -> BodyPages.read(newBody, headers), this::showPages,
                problem -> notes.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence())));
    }

    private void showPages(BodyPages read) {
        pages = read;
        about.setTooltip(new Tooltip(text("body.sha256", read.sha256())));
        notes.getChildren().setAll(read.notes().stream().map(note -> new Banner(Banner.Kind.INFO, note)).toList());
        pretty.setDisable(read.pretty().isEmpty());
        ToggleButton best = read.pretty().isPresent() ? pretty : read.isText() ? raw : hex;
        if (best.isSelected()) {
            showForm();
        } else {
            forms.selectToggle(best);
        }
    }

    private void showForm() {
        BodyPages shown = pages;
        if (shown == null) {
            return;
        }
        if (body.isEmpty()) {
            view.show(TextLines.of(text("body.empty")), Syntax.PLAIN);
        } else if (hex.isSelected()) {
            view.show(shown.hex(), Syntax.PLAIN);
        } else {
            boolean isPretty = pretty.isSelected();
            Lines lines = isPretty ? shown.pretty().orElse(shown.raw()) : shown.raw();
            view.show(lines, isPretty ? Syntax.JSON : Syntax.PLAIN);
        }
    }

    /** What is copied is the body as sent, as far as the clipboard, which takes characters, can. */
    private String copied() {
        BodyPages shown = pages;
        if (shown == null) {
            return body.utf8();
        }
        Lines lines = pretty.isSelected() ? shown.pretty().orElse(shown.raw()) : shown.raw();
        return lines instanceof TextLines all ? all.text() : body.utf8();
    }
}
