package dev.hookglass.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;

/** Walks what can be seen below a node, as somebody does who has only a keyboard and a voice that reads. */
public final class FocusWalk {
    private FocusWalk() {}

    /** What takes the keyboard below a node and has no name to be read, described as well as can be. */
    public static List<String> nameless(Node root) {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all.stream().filter(Node::isFocusTraversable).filter(node -> !node.isDisabled())
                .filter(node -> !isNamed(node, all)).map(FocusWalk::described).distinct().toList();
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible()) {
            return;
        }
        all.add(node);
        // What these are made of is reached and read as one with them.
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?>) && !(node instanceof Spinner<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean isNamed(Node node, List<Node> all) {
        String said = node.getAccessibleText();
        return said != null && !said.isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()
                || all.stream().anyMatch(each -> each instanceof Label label && node.equals(label.getLabelFor())
                        && !label.getText().isBlank());
    }

    private static String described(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node each = node; each != null && path.length() < 160; each = each.getParent()) {
            path.append(each.getClass().getSimpleName()).append(each.getStyleClass()).append(" in ");
        }
        return path.toString();
    }
}
