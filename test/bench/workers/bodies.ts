/** Constant bytes in each of the ways that a worker has to answer with them: none knows anything of polls. */
interface Env {
  BODY: string;
}

interface Bodies {
  bytes: Uint8Array;
  text: string;
}

let bodies: Bodies | undefined;

const answers: Record<string, (bodies: Bodies, later: (work: Promise<unknown>) => void) => BodyInit> = {
  "/bytes": ({ bytes }) => bytes,
  "/text": ({ text }) => text,
  "/stream": ({ bytes }, later) => {
    const { readable, writable } = new FixedLengthStream(bytes.byteLength);
    const writer = writable.getWriter();
    later(writer.write(bytes).then(() => writer.close()));
    return readable;
  },
};

export default {
  fetch(request, env, context) {
    bodies ??= { bytes: new TextEncoder().encode(env.BODY), text: env.BODY };
    const answer = answers[new URL(request.url).pathname];
    if (!answer) return new Response(null, { status: 404 });
    return new Response(
      answer(bodies, (work) => context.waitUntil(work)),
      { encodeBody: "manual" },
    );
  },
} satisfies ExportedHandler<Env>;
