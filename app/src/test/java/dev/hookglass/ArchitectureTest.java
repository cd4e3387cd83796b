package dev.hookglass;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.hookglass.delivery.AttemptLog;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.Arrays;

/** The rooms, and which of them may know which. */
@AnalyzeClasses(packages = "dev.hookglass", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "dev.hookglass..";

    @ArchTest
    static final ArchRule eventKnowsNothingOfOurs = classes().that()
            .resideInAPackage("dev.hookglass.event..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("dev.hookglass.event..").or(not(resideInAPackage(OURS))))
            .because("what was captured is the word that all rooms share");

    @ArchTest
    static final ArchRule eventNeedsTheJdkOnly = classes().that()
            .resideInAPackage("dev.hookglass.event..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.hookglass.event..", "java..", "org.jspecify.."))
            .because("records of bytes must not change with a library");

    @ArchTest
    static final ArchRule problemKnowsNothingOfOurs = classes().that()
            .resideInAPackage("dev.hookglass.problem..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.hookglass.problem..", "java..", "org.jspecify.."))
            .because("every room tells its failures with it");

    @ArchTest
    static final ArchRule filterKnowsEventsOnly = classes().that()
            .resideInAPackage("dev.hookglass.filter..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.hookglass.filter..", "dev.hookglass.event..")
                    .or(not(resideInAPackage(OURS))))
            .because("a filter is asked of events, and answered by whoever keeps them");

    @ArchTest
    static final ArchRule signatureKnowsEventsOnly = classes().that()
            .resideInAPackage("dev.hookglass.signature..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.hookglass.signature..", "dev.hookglass.event..")
                    .or(not(resideInAPackage(OURS))))
            .because("a verdict is a pure function of the bytes and the secret");

    @ArchTest
    static final ArchRule exportKnowsEventsOnly = classes().that()
            .resideInAPackage("dev.hookglass.export..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.hookglass.export..", "dev.hookglass.event..",
                    "dev.hookglass.problem..").or(not(resideInAPackage(OURS))))
            .because("a format is a matter of events and bytes; what is secret in them is told to it");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses().that(areOutside("dev.hookglass.ui.."))
            .and()
            .doNotHaveFullyQualifiedName("dev.hookglass.Main")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "jfx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
            .because("the command line starts fast and runs where there is no display");

    @ArchTest
    static final ArchRule onlyTheReceiverKnowsUndertow = noClasses().that(areOutside("dev.hookglass.receiver.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", "org.xnio..")
            .because("how HTTP comes in is one room's matter");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsSql = noClasses().that(areOutside("dev.hookglass.store.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
            .because("how events lie on disk is one room's matter");

    @ArchTest
    static final ArchRule onlySearchKnowsLucene = noClasses().that(areOutside("dev.hookglass.search.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("the database is the truth, and how text is found in it is one room's matter");

    @ArchTest
    static final ArchRule onlyDeliveryKnowsTheHttpClient = noClasses().that(areOutside("dev.hookglass.delivery.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..")
            .because("how HTTP goes out is one room's matter");

    @ArchTest
    static final ArchRule onlyCertificatesKnowBouncyCastle = noClasses().that(areOutside("dev.hookglass.certificate.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("it is needed to make and read certificates, and starts slowly");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses().that(areOutside("dev.hookglass.cli.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("options and exit codes are the command line's matter");

    @ArchTest
    static final ArchRule receiverStandsAlone = noClasses().that()
            .resideInAPackage("dev.hookglass.receiver..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hookglass.store..", "dev.hookglass.delivery..", "dev.hookglass.source..")
            .because("it hands requests to whoever takes them; the workbench joins the rooms");

    @ArchTest
    static final ArchRule deliveryStandsAlone = noClasses().that()
            .resideInAPackage("dev.hookglass.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hookglass.store..", "dev.hookglass.receiver..")
            .because("it knows its log by an interface of its own; the workbench joins the rooms");

    @ArchTest
    static final ArchRule storeKnowsOnlyTheRecordsOfDelivery = noClasses().that()
            .resideInAPackage("dev.hookglass.store..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.hookglass.receiver..")
                    .or(resideInAPackage("dev.hookglass.delivery..").and(not(isDataOfDelivery()))))
            .because("it keeps attempts and does not send anything");

    @ArchTest
    static final ArchRule onlyTheWorkbenchOpensTheParts = noClasses().that(areOutside("dev.hookglass.workbench.."))
            .and(areOutside("dev.hookglass.receiver.."))
            .and(areOutside("dev.hookglass.store.."))
            .should()
            .callMethod("dev.hookglass.receiver.Receiver", "start", "dev.hookglass.receiver.ReceiverSettings",
                    "java.nio.file.Path", "dev.hookglass.receiver.RequestSink")
            .orShould()
            .callMethod("dev.hookglass.store.EventStore", "open", "java.nio.file.Path", "java.lang.Runnable")
            .because("parts are made, joined and closed in one place");

    @ArchTest
    static final ArchRule partsDoNotKnowTheWorkbench = noClasses()
            .that(areOutside("dev.hookglass.workbench..").and(areOutside("dev.hookglass.cli.."))
                    .and(areOutside("dev.hookglass.ui..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hookglass.workbench..")
            .because("they are joined by it");

    @ArchTest
    static final ArchRule commandLineDoesNotKnowTheWindow = noClasses().that()
            .resideInAPackage("dev.hookglass.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hookglass.ui..")
            .because("Main alone joins the two");

    @ArchTest
    static final ArchRule windowDoesNotKnowTheCommandLine = noClasses().that()
            .resideInAPackage("dev.hookglass.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hookglass.cli..")
            .because("Main alone joins the two");

    @ArchTest
    static final ArchRule featuresOfTheWindowAreIndependent = slices().matching("dev.hookglass.ui.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("dev.hookglass.ui.shell.."), resideInAPackage("dev.hookglass.ui.."))
            .ignoreDependency(resideInAPackage("dev.hookglass.ui.."),
                    resideInAnyPackage("dev.hookglass.ui.base..", "dev.hookglass.ui.code.."))
            .because("the shell joins the features; what they share is in base and code");

    @ArchTest
    static final ArchRule noRoomsInCircles = slices().matching("dev.hookglass.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room can then be read, tested and replaced by itself");

    @ArchTest
    static final ArchRule noWindowRoomsInCircles = slices().matching("dev.hookglass.ui.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can then be read, tested and replaced by itself");

    @ArchTest
    static final ArchRule onlyCodeKnowsTheIncubator = noClasses().that(areOutside("dev.hookglass.ui.code.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jfx.incubator..")
            .because("an incubating library may change; one room then changes with it");

    @ArchTest
    static final ArchRule onlyFxKnowsThePlatform = noClasses().that()
            .doNotHaveFullyQualifiedName("dev.hookglass.ui.base.Fx")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .because("what may wake the FX thread is then seen in one place");

    @ArchTest
    static final ArchRule noOtherToolkits = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "javafx.scene.web..", "javafx.fxml..")
            .because("AWT starts a second toolkit, and a web view would run what was received");

    @ArchTest
    static final ArchRule secretsAreComparedInConstantTime = noClasses().that()
            .resideInAPackage("dev.hookglass.signature..")
            .should()
            .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
            .orShould()
            .callMethod("java.lang.String", "contentEquals", "java.lang.CharSequence")
            .because("the time of a comparison must not tell how much of a secret was right; use "
                    + MessageDigest.class.getSimpleName() + ".isEqual");

    @ArchTest
    static final ArchRule signaturesDoNoInputOrOutput = noClasses().that()
            .resideInAPackage("dev.hookglass.signature..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.io..")
                    .and(not(belongToAnyOf(URLDecoder.class, URLEncoder.class, ByteArrayOutputStream.class))))
            .because("a verdict is the same whenever it is asked for again");

    private static DescribedPredicate<JavaClass> areOutside(String room) {
        return not(resideInAPackage(room)).as("are outside " + room);
    }

    private static DescribedPredicate<JavaClass> isDataOfDelivery() {
        return DescribedPredicate.describe("are records, or its log",
                type -> type.isRecord() || type.isEquivalentTo(AttemptLog.class)
                        || type.isInterface() && type.getName().equals("dev.hookglass.delivery.Outcome"));
    }
}
