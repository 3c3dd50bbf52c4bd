// The button above a list that adds to it, for those who may.

import type { Role } from "@yinuo/core";
import { mayOpen, type Door } from "../doors.ts";
import { localPath, type Lang } from "../lang.ts";
import { Button, Buttons } from "../parts/index.ts";

type Props = {
  readonly lang: Lang;
  readonly role: Role;
  readonly door: Extract<Door, `GET ${string}`>;
  readonly text: string;
};

export const Adding = ({ lang, role, door, text }: Props) =>
  mayOpen(door, role) ? (
    <Buttons>
      <Button kind="main" href={localPath(lang, door.slice("GET ".length))}>
        {text}
      </Button>
    </Buttons>
  ) : null;
