// A worker that ends in the middle of its third replication, and counts on for the others.
export default function work({ options }) {
  if (options.replication === 2) process.exit(3);
  return { replication: options.replication };
}
