import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { withCard } from "../practice/standInBot.ts";
import { closePagesAfterEach, openPage, says } from "./page.ts";

closePagesAfterEach();

const ATTACK = `<img src=x onerror="window.harmed=1"><script>window.harmed=1</script> [klik](javascript:window.harmed=1) **<b>vet</b>**`;

describe("text from people and bot", () => {
  it("never becomes markup, in messages and cards alike", async () => {
    const card = {
      type: "AdaptiveCard",
      version: "1.5",
      body: [
        { type: "TextBlock", text: ATTACK, wrap: true },
        { type: "FactSet", facts: [{ title: ATTACK, value: ATTACK }] },
        {
          type: "Input.ChoiceSet",
          id: "c",
          label: ATTACK,
          choices: [{ title: ATTACK, value: "1" }],
          style: "expanded",
        },
      ],
      actions: [{ type: "Action.OpenUrl", title: "Open", url: "javascript:window.harmed=1" }],
    };
    const { column, page } = await openPage("mieke", async (activity, bot) => {
      if (activity.type === "message") await bot.reply(activity, { text: ATTACK, ...withCard(card) });
      return undefined;
    });
    const mieke = column("Mieke Denkbeeld");
    await says(mieke, ATTACK);
    await mieke.getByRole("link", { name: "Open" }).click();
    expect(await mieke.locator("img[src=x], script, b").count()).toBe(0);
    expect(await mieke.locator('a[href^="javascript:" i]').count()).toBe(0);
    expect(await mieke.getByText("<script>window.harmed=1</script>").count()).toBeGreaterThan(3);
    expect(await page.evaluate(() => "harmed" in globalThis)).toBe(false);
  });

  it("shows the Markdown of Teams and nothing else", async () => {
    const { page } = await openPage("mieke");
    // As text: the test runner would rewrite a dynamic import in a function.
    const html = (text: string) =>
      page.evaluate(
        `import("/practice/page/markdown.ts").then((made) => made.markdownHtml(${JSON.stringify(text)}))`,
      );
    const shown = {
      "**vet** en *schuin* en _schuin_": "<p><strong>vet</strong> en <em>schuin</em> en <em>schuin</em></p>",
      "- een\n- twee": "<ul><li>een</li><li>twee</li></ul>",
      "3. drie\n4. vier": '<ol start="3"><li>drie</li><li>vier</li></ol>',
      "een\n\ntwee\ndrie": "<p>een</p><p>twee<br>drie</p>",
      "[site](https://example.org/a_b)":
        '<p><a href="https://example.org/a_b" target="_blank" rel="noopener noreferrer">site</a></p>',
      "[nee](data:text/html,x)": "<p>nee</p>",
      "\\*geen\\* nadruk, snake_case_naam, 2 * 3 * 4": "<p>*geen* nadruk, snake_case_naam, 2 * 3 * 4</p>",
      "&lt;b&gt; &amp; &#42;x&#42; &onzin;": "<p>&lt;b&gt; &amp; *x* &amp;onzin;</p>",
      "<at>Mieke</at> hoi": '<p><span class="mention">Mieke</span> hoi</p>',
      "# geen kop": "<p># geen kop</p>",
    };
    for (const [text, expected] of Object.entries(shown))
      expect([text, await html(text)]).toEqual([text, expected]);
  });
});

describe("a page of another site", () => {
  it("cannot make anybody say anything, nor read the room", async () => {
    const { room, page, complaints } = await openPage("mieke");
    const elsewhere = createServer((_request, response) =>
      response.setHeader("content-type", "text/html").end("<p>elders</p>"),
    );
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const address = elsewhere.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await page.goto(`http://localhost:${String(port)}/`);
    const results = await page.evaluate(async (url) => {
      const body = JSON.stringify({ person: "mieke", chat: "personal.mieke", text: "gekaapt" });
      const attempts = [
        fetch(`${url}/practice/state`),
        fetch(`${url}/practice/say`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        }),
        // Without a preflight, as a form would send it.
        fetch(`${url}/practice/say`, {
          method: "POST",
          mode: "no-cors",
          headers: { "content-type": "text/plain" },
          body,
        }),
      ];
      return (await Promise.allSettled(attempts)).map((one) =>
        one.status === "fulfilled" ? one.value.type : "blocked",
      );
    }, room.url);
    elsewhere.close();
    expect(results).toEqual(["blocked", "blocked", "opaque"]);
    expect(room.connector.room.messages("personal.mieke")).toEqual([]);
    // The browser reports each of the three refusals.
    expect(complaints.splice(0).join("\n")).toMatch(/CORS/);
  });
});
