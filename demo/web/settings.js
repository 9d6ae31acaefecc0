export const settings = {
  sender: 'desk@parcel-desk.example',
  shelves: 40,
  carrierApiKey: 'pd_live_7Qm2xVb94LkTzR1cWn8Yh3Ds',
}
