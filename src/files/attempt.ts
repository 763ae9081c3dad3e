/** Runs a step of cleaning up, whose error is nobody's concern: what cannot be changed or removed stays. */
export function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // Another process may have removed it meanwhile, or nothing may be changed here.
  }
}
