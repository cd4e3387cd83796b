package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HttpBasic;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AsyncAPI documents that know nothing of Hookglass. */
class ImportedDocumentTest {
    private Provider newsroom;

    @BeforeEach
    void readNewsroom() throws Problem, URISyntaxException {
        newsroom = ProviderFile.read(
                Path.of(Objects.requireNonNull(ImportedDocumentTest.class.getResource("newsroom.yaml")).toURI()));
    }

    @Test
    void sixMessagesGiveTheTypesThatTheirPayloadsList() {
        assertEquals(
                List.of("story_filed", "story_step_done", "story_step_begun", "story_step_skipped",
                        "story_editor_changed", "story_deadline_changed", "desk_opened", "page_printed"),
                newsroom.events().stream().map(EventType::name).toList());
    }

    @Test
    void titlesAreThoseOfTheMessageThatIsAboutTheType() {
        assertEquals("Step Begun", event("story_step_begun").title());
        assertEquals("A step was begun", event("story_step_begun").summary());
        assertEquals("Story step skipped", event("story_step_skipped").title());
        assertEquals("", event("story_step_skipped").summary());
        assertEquals("Somebody else edits the story", event("story_editor_changed").summary());
    }

    @Test
    void aSchemaSharedByTypesIsNarrowedToOne() {
        assertEquals("[\"story_step_begun\"]",
                event("story_step_begun").schema().at("/properties/event_name/enum").toString());
    }

    @Test
    void whatAsyncApiSaysItselfIsTaken() {
        assertEquals("newsroom-webhooks-beta", newsroom.id());
        assertEquals("Newsroom Webhooks (beta)", newsroom.name());
        assertEquals("Tells about stories and desks.", newsroom.description());
        assertEquals(new HeaderEquals("Newsroom-Secret"), newsroom.scheme());
        assertEquals(200, newsroom.acknowledgement().status());
        assertEquals(List.of(Locators.COMMON_TYPE.getFirst()), newsroom.type());
        assertTrue(newsroom.retry().isEmpty());
    }

    @Test
    void aSchemaThatRefersToItselfEndsThere() {
        assertEquals("string", event("story_editor_changed").schema()
                .at("/properties/editor/properties/name/type")
                .asString());
        assertFalse(event("story_editor_changed").schema().at("/properties/editor/properties/chief").has("properties"));
    }

    @Test
    void examplesAreTheMessagesOwn() {
        assertEquals("s-1", event("story_filed").examples().getFirst().path("story_id").asString());
        assertTrue(event("desk_opened").examples().isEmpty());
    }

    @Test
    void asyncApi3InJson_reads() throws Problem {
        Provider provider = ProviderFile.read("orders.json", Bytes.ofUtf8("""
                {"asyncapi": "3.0.0", "info": {"title": "Orders", "version": "1"},
                 "channels": {"hook": {"address": "/", "messages": {
                   "placed": {"name": "order.placed", "title": "Order placed", "payload": {
                     "schemaFormat": "application/schema+json;version=draft-07",
                     "schema": {"type": "object", "properties": {"type": {"const": "order.placed"}}}}},
                   "paid": {"$ref": "#/components/messages/Paid"}}}},
                 "components": {
                   "securitySchemes": {"login": {"type": "http", "scheme": "basic"}},
                   "messages": {"Paid": {"payload": {"oneOf": [
                     {"type": "object", "properties": {"type": {"enum": ["order.paid"]}, "amount": {"type": "number"}}},
                     {"type": "object", "properties": {"type": {"enum": ["order.refunded"]}}}]}}}}}
                """));

        assertInstanceOf(HttpBasic.class, provider.scheme());
        assertEquals(List.of("order.placed", "order.paid", "order.refunded"),
                provider.events().stream().map(EventType::name).toList());
        assertEquals("Order placed", provider.events().getFirst().title());
        assertEquals(1, provider.event("order.paid").orElseThrow().schema().path("oneOf").size());
    }

    @Test
    void aMessageWithoutATypeInItsPayload_isNamedAsInTheDocument() throws Problem {
        Provider provider = ProviderFile.read("push.yaml", Bytes.ofUtf8("""
                asyncapi: 2.6.0
                info: {title: Pushes, version: '1'}
                channels:
                  /push: {subscribe: {operationId: onPush, message: {payload: {type: object}}}}
                components:
                  messages:
                    ping: {contentType: application/json}
                """));

        assertEquals(List.of("onPush", "ping"), provider.events().stream().map(EventType::name).toList());
        assertEquals("{}", provider.events().getLast().schema().toString());
    }

    private EventType event(String name) {
        return newsroom.event(name).orElseThrow();
    }
}
