package dev.hookglass.ui.shell;

import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.workbench.Workbench;

/**
 * How a person wants to listen.
 *
 * @param port for plain HTTP
 * @param https whether for HTTPS besides
 * @param httpsPort its port, chosen even while it is off
 * @param maxBodyMebibytes the largest body that is taken
 */
record Listening(int port, boolean https, int httpsPort, int maxBodyMebibytes) {
    static final Listening FIRST = new Listening(ReceiverSettings.DEFAULT_PORT, false,
            ReceiverSettings.DEFAULT_HTTPS_PORT, (int) (ReceiverSettings.DEFAULT_MAX_BODY >> 20));

    Listening withPort(int changed) {
        return new Listening(changed, https, httpsPort, maxBodyMebibytes);
    }

    /** The same, with the ports that were found. */
    Listening at(ReceiverSettings found) {
        return new Listening(found.port(), found.https().isPresent(),
                found.https().map(ReceiverSettings.Https::port).orElse(httpsPort), maxBodyMebibytes);
    }

    /** Begins; not for the FX thread. Gives the URL. */
    String begin(Workbench workbench) throws Problem {
        ReceiverSettings settings = ReceiverSettings.at(ReceiverSettings.LOOPBACK, port)
                .withMaxBody((long) maxBodyMebibytes << 20);
        return workbench.listen(https ? settings.withHttps(httpsPort, workbench.certificate()) : settings);
    }
}
