import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import restify from "restify";

/** The reference of the turn benchmark: the smallest bot on the same server and SDK. It says back what it hears. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post("/api/messages", async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request as never, response as never, async (context) => {
    if (context.activity.type === "message") await context.sendActivity(`You said: ${context.activity.text}`);
  });
});
server.listen(0, "127.0.0.1", () =>
  process.stdout.write(`ready at http://127.0.0.1:${server.address().port}\n`),
);
