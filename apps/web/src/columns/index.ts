// The columns live in packages/tables, where the command line finds them too.

export * from "@yinuo/tables";
