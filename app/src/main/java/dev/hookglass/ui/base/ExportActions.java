package dev.hookglass.ui.base;

import dev.hookglass.event.EventSummary;
import dev.hookglass.export.ExportFormat;
import java.util.List;
import javafx.beans.property.BooleanProperty;

/** Handing events to other tools. Called on the FX thread. */
public interface ExportActions {
    /** Puts events onto the clipboard. */
    void copy(List<EventSummary> events, ExportFormat format);

    /** Writes events into a file that a person chooses. */
    void export(List<EventSummary> events, ExportFormat format);

    /** Writes all that pass the filter into a file that a person chooses. */
    void exportShown(ExportFormat format);

    /** Whether secrets go along; else they are masked. Off again after each use. */
    BooleanProperty withSecretsProperty();
}
