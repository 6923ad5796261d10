/** Ids that cannot be mixed up. */
declare const brand: unique symbol
type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type UserId = Id<'user'>
export type WorkplaceId = Id<'workplace'>
