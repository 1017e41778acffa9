/** The package has no types. Its parts are imported one by one, as files that a browser can be given too. */
declare module 'myanmar-tools/build_node/zawgyi_detector.js' {
  export class ZawgyiDetector {
    /** Between 0 and 1; -Infinity where there is no character of the Myanmar block. */
    getZawgyiProbability(text: string): number;
  }
}
declare module 'myanmar-tools/build_node/zawgyi_converter.js' {
  export class ZawgyiConverter {
    zawgyiToUnicode(text: string): string;
    unicodeToZawgyi(text: string): string;
  }
}
