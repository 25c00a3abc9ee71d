interface Building {
  modifyComponentConfig(change: (asked: { componentConfig: { includes: Set<string> } }) => void): void;
}

/** Taro writes a scroll view into the templates of every app; no page here has one. A page that uses one brings it back by its import. */
export default function usedComponents(building: Building): void {
  building.modifyComponentConfig(({ componentConfig }) => {
    componentConfig.includes.delete('scroll-view');
  });
}
