/** Where CMS lists the relative value files, each behind the license of the AMA. */
export const CMS_PAGE = 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files'
