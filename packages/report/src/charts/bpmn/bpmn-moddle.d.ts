declare module 'bpmn-moddle' {
  /** An element of BPMN: its properties by name, and its type. */
  export interface ModdleElement {
    readonly $type: string;
    [property: string]: unknown;
  }

  export class BpmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly Error[] }>;
  }
}
