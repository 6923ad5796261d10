'use server'

import { action } from '../../server/action'
import { InstallFromCms } from './schema'
import { orderFromCms } from './service'

export const installFromCmsAction = action({ permission: 'release:install', input: InstallFromCms }, orderFromCms)
