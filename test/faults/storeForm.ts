/** `npm run test:faults` plays the long form of what the normal test run plays in short. */
export const LONG = process.env["FAULTS"] === "long";
