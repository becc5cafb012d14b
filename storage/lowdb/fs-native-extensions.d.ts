declare module "fs-native-extensions" {
  /** Takes the kernel's lock on an open file; false when another open file holds it. */
  export function tryLock(fd: number): boolean;
  export function unlock(fd: number): void;
}
